extension MetricsRegistry {
    /// The content type of the text.
    public static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// Every metric in Prometheus' text format 0.0.4, sorted by name and labels.
    public func exposition() -> String {
        var text = ""
        for (name, family) in families() {
            let help = family.help.replacing("\\", with: #"\\"#).replacing("\n", with: #"\n"#)
            text += "# HELP \(name) \(help)\n# TYPE \(name) \(family.kind.rawValue)\n"
            for (labels, series) in family.series.sorted(by: { $0.key.text() < $1.key.text() }) {
                switch series {
                case .counter(let counter): text += "\(name)\(labels.text()) \(MetricNumber.text(counter.value))\n"
                case .gauge(let gauge): text += "\(name)\(labels.text()) \(MetricNumber.text(gauge.value))\n"
                case .histogram(let histogram): append(histogram, name, labels, to: &text)
                }
            }
        }
        return text
    }

    private func append(_ histogram: HistogramSeries, _ name: String, _ labels: MetricLabels, to text: inout String) {
        let (counts, sum) = histogram.reading
        var cumulative: UInt64 = 0
        for (bound, count) in zip(histogram.bounds + [.infinity], counts) {
            cumulative += count
            text += "\(name)_bucket\(labels.text(adding: ("le", MetricNumber.text(bound)))) \(cumulative)\n"
        }
        text += "\(name)_sum\(labels.text()) \(MetricNumber.text(sum))\n"
        text += "\(name)_count\(labels.text()) \(cumulative)\n"
    }
}

/// Numbers as Prometheus reads them.
enum MetricNumber {
    static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        if value == value.rounded(), abs(value) < 9e15 { return String(Int64(value)) }
        return String(value)
    }
}
