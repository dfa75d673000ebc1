/// The series of one name.
struct MetricFamily: Sendable {
    /// What a family holds.
    enum Kind: String, Sendable {
        case counter
        case gauge
        case histogram
    }

    /// One series.
    enum Series: Sendable {
        case counter(CounterSeries)
        case gauge(GaugeSeries)
        case histogram(HistogramSeries)
    }

    let kind: Kind
    var help: String
    var series: [MetricLabels: Series] = [:]

    /// Series of one name beyond which new labels share a series, so that strangers cannot fill the memory.
    static let mostSeries = 500
}
