/// Labels of one series, sorted by name.
struct MetricLabels: Hashable, Sendable {
    private let pairs: [[String]]

    init(_ pairs: [(String, String)]) {
        self.pairs = pairs.map { [MetricName.sanitized($0.0, colons: false), $0.1] }.sorted { $0[0] < $1[0] }
    }

    /// The labels in braces with one more, which histograms need; nothing when there is none.
    func text(adding extra: (name: String, value: String)? = nil) -> String {
        var parts = pairs.map { "\($0[0])=\"\(MetricLabels.escaped($0[1]))\"" }
        if let extra { parts.append("\(extra.name)=\"\(extra.value)\"") }
        return parts.isEmpty ? "" : "{\(parts.joined(separator: ","))}"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: #"\\"#).replacing("\"", with: #"\""#).replacing("\n", with: #"\n"#)
    }
}
