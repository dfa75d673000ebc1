import CoreMetrics

/// What libraries measure through the common interface lands in the same registry.
extension MetricsRegistry: MetricsFactory {
    /// A counter.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counter(MetricName.sanitized(label, ending: "_total"), label, dimensions)
    }

    /// A counter of fractions.
    public func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)],
    ) -> any FloatingPointCounterHandler {
        counter(MetricName.sanitized(label, ending: "_total"), label, dimensions)
    }

    /// A histogram when values are to be aggregated, otherwise a gauge.
    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        let name = MetricName.sanitized(label)
        return aggregate
            ? histogram(name, label, dimensions, bounds: Buckets.counts) : gauge(name, label, dimensions)
    }

    /// A gauge.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(MetricName.sanitized(label), label, dimensions)
    }

    /// A histogram of seconds.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(MetricName.sanitized(label, ending: "_seconds"), label, dimensions)
    }

    /// Nothing: a series that was read once stays, or a counter would jump back.
    public func destroyCounter(_ handler: any CounterHandler) {}

    /// Nothing.
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}

    /// Nothing.
    public func destroyRecorder(_ handler: any RecorderHandler) {}

    /// Nothing.
    public func destroyMeter(_ handler: any MeterHandler) {}

    /// Nothing.
    public func destroyTimer(_ handler: any TimerHandler) {}
}
