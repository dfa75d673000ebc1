/// Every arm of an experiment against its control.
public enum ExperimentAnalysis {
    /// Compares the arms; units that cannot be compared are an error that names the column.
    public static func analyse(
        _ units: [ExperimentUnit], _ question: ExperimentQuestion,
    ) throws(StatisticsError) -> ExperimentReport {
        try check(units, question)
        let arms = Dictionary(grouping: units, by: \.arm)
        let names = [question.control] + arms.keys.filter { $0 != question.control }.sorted()
        let weights = names.map { question.weights[$0] ?? 1 }
        let ratio = try SampleRatioMismatch.evaluate(
            .init(observed: sizes(arms, names), weights: weights, threshold: question.ratioThreshold))
        let control = arms[question.control] ?? []
        var estimates: [ArmEstimate] = []
        for name in names.dropFirst() { estimates.append(try estimate(arms[name] ?? [], control, question)) }
        let adjusted = try adjust(estimates.map(\.p))
        let isBelowFloor = names.contains { (arms[$0]?.count ?? 0) < question.floor }
        let comparisons = names.dropFirst().enumerated().map { index, name in
            var comparison = ExperimentReport.Comparison(
                name, estimates[index], adjusted: adjusted[index], question: question)
            if isBelowFloor { comparison.verdict = .belowFloor }
            if ratio.mismatch == true { comparison.verdict = .blocked }
            return comparison
        }
        let report = ExperimentReport(
            kind: question.kind, control: question.control, confidence: question.confidence,
            arms: names.map { .init($0, arms[$0] ?? [], question.kind) }, sampleRatio: ratio,
            comparisons: comparisons, warnings: estimates.flatMap(\.warnings))
        return ExperimentWarnings(units: arms, question: question).added(to: report)
    }

    /// With whole clusters assigned it is they who should be in the ratio that was meant.
    private static func sizes(_ arms: [String: [ExperimentUnit]], _ names: [String]) -> [Double] {
        names.map { name in
            let units = arms[name] ?? []
            let clusters = Set(units.compactMap(\.cluster))
            return Double(clusters.isEmpty ? units.count : clusters.count)
        }
    }

    private static func estimate(
        _ treatment: [ExperimentUnit], _ control: [ExperimentUnit], _ question: ExperimentQuestion,
    ) throws(StatisticsError) -> ArmEstimate {
        let confidence = question.confidence
        if question.kind == .survival {
            return SurvivalEstimate.estimate(treatment, control, confidence: confidence)
        }
        let (first, second) = (ArmValues(treatment), ArmValues(control))
        switch question.kind {
        case .skewed:
            return try RankEstimate.estimate(first, second, confidence: confidence)
        case .proportion where !first.isClustered && first.covariates.isEmpty:
            return try ProportionEstimate.estimate(first, second, confidence: confidence)
        default:
            return MeanEstimate.estimate(
                first, second, confidence: confidence, isProportion: question.kind == .proportion)
        }
    }

    /// Holm over the comparisons that have a p-value.
    private static func adjust(_ values: [Double?]) throws(StatisticsError) -> [Double?] {
        var adjusted = try MultipleTesting.evaluate(.init(pValues: values.compactMap(\.self))).holm[...]
        return values.map { $0 == nil ? nil : adjusted.popFirst() }
    }
}

extension ExperimentReport.Comparison {
    fileprivate init(_ name: String, _ estimate: ArmEstimate, adjusted: Double?, question: ExperimentQuestion) {
        self.init(
            treatment: name, measure: estimate.measure, noEffect: estimate.noEffect, estimate: estimate.estimate,
            low: estimate.low, high: estimate.high, p: estimate.p, adjusted: adjusted, method: estimate.method,
            varianceReduction: estimate.varianceReduction,
            power: estimate.power(confidence: question.confidence, smallestEffect: question.smallestEffect),
            verdict: .undefined)
        if let adjusted { verdict = adjusted <= 1 - question.confidence ? .difference : .noDifferenceShown }
    }
}
