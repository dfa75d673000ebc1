import Synchronization

/// Counters that differ by one label, each resolved once.
public final class CounterFamily: Sendable {
    private let registry: MetricsRegistry
    private let name: String
    private let help: String
    private let label: String
    private let known = Mutex<[String: CounterSeries]>([:])

    init(_ registry: MetricsRegistry, _ name: String, _ help: String, label: String) {
        self.registry = registry
        self.name = name
        self.help = help
        self.label = label
    }

    /// The counter of one value of the label.
    public subscript(value: String) -> CounterSeries {
        known.withLock { known in
            if let series = known[value] { return series }
            let series = registry.counter(name, help, [(label, value)])
            // Beyond the registry's bound every new value shares one series, which need not be remembered again.
            if known.count < MetricFamily.mostSeries { known[value] = series }
            return series
        }
    }
}
