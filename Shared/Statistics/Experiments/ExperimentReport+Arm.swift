extension ExperimentReport.Arm {
    /// Describes an arm as it stands in the data.
    init(_ name: String, _ units: [ExperimentUnit], _ kind: OutcomeKind) {
        let clusters = Set(units.compactMap(\.cluster)).count
        self.init(
            name: name, units: units.count, clusters: clusters > 0 ? Double(clusters) : nil,
            figure: kind == .proportion ? "proportion" : kind == .mean ? "mean" : "median",
            value: Self.value(of: units, kind))
    }

    private static func value(of units: [ExperimentUnit], _ kind: OutcomeKind) -> Double? {
        let outcomes = units.map(\.outcome)
        switch kind {
        case .proportion, .mean:
            return outcomes.isEmpty ? nil : Mean(outcomes).value
        case .skewed:
            return Quantiles.quantile(50, of: outcomes.sorted())
        case .survival:
            let observed = units.map { YesNo($0.happened) }
            return (try? KaplanMeier.evaluate(.init(durations: outcomes, observed: observed)))?.median
        }
    }
}
