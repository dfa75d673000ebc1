import Synchronization

/// The metrics of a process: made once, changed without a lock, read as text.
public final class MetricsRegistry: Sendable {
    private struct State {
        var families: [String: MetricFamily] = [:]
        var collectors: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    /// A registry without any metric.
    public init() {}

    /// A counter; the same one for the same name and labels.
    public func counter(_ name: String, _ help: String, _ labels: [(String, String)] = []) -> CounterSeries {
        let series = series(name, .counter, help, labels) { .counter(CounterSeries()) }
        // Another kind of this name: the caller gets a series that nobody reads, rather than a crash of the service.
        guard case .counter(let counter) = series else { return CounterSeries() }
        return counter
    }

    /// A gauge; the same one for the same name and labels.
    public func gauge(_ name: String, _ help: String, _ labels: [(String, String)] = []) -> GaugeSeries {
        guard case .gauge(let gauge) = series(name, .gauge, help, labels, make: { .gauge(GaugeSeries()) }) else {
            return GaugeSeries()
        }
        return gauge
    }

    /// A histogram; the same one for the same name and labels.
    public func histogram(
        _ name: String, _ help: String, _ labels: [(String, String)] = [], bounds: [Double] = Buckets.seconds,
    ) -> HistogramSeries {
        let series = series(name, .histogram, help, labels) { .histogram(HistogramSeries(bounds: bounds)) }
        guard case .histogram(let histogram) = series else { return HistogramSeries(bounds: bounds) }
        return histogram
    }

    /// Adds work to be done before each reading, for figures that are cheaper to look up than to keep.
    public func collect(_ collector: @escaping @Sendable () -> Void) {
        state.withLock { $0.collectors.append(collector) }
    }

    /// The families by name, after the collectors have run.
    func families() -> [(name: String, family: MetricFamily)] {
        for collector in state.withLock({ $0.collectors }) { collector() }
        return state.withLock { $0.families }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private func series(
        _ name: String, _ kind: MetricFamily.Kind, _ help: String, _ labels: [(String, String)],
        make: () -> MetricFamily.Series,
    ) -> MetricFamily.Series? {
        state.withLock { state in
            var family = state.families[name] ?? MetricFamily(kind: kind, help: help)
            guard family.kind == kind else { return nil }
            var key = MetricLabels(labels)
            if family.series[key] == nil, family.series.count >= MetricFamily.mostSeries {
                key = MetricLabels(labels.map { ($0.0, "other") })
            }
            if let known = family.series[key] { return known }
            let made = make()
            family.series[key] = made
            state.families[name] = family
            return made
        }
    }
}
