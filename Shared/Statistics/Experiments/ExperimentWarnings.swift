/// What a reader has to know before believing the figures of an experiment.
struct ExperimentWarnings {
    private typealias Warning = ExperimentReport.Warning

    let units: [String: [ExperimentUnit]]
    let question: ExperimentQuestion

    /// The fewest clusters in an arm for which cluster means behave as Welch's t expects.
    private static let fewestClusters = 10

    /// The report with the warnings added, the gravest first.
    func added(to report: ExperimentReport) -> ExperimentReport {
        var report = report
        var warnings = ratio(report.sampleRatio) + floor() + clusters() + imbalance()
        for warning in report.warnings where !warnings.contains(warning) { warnings.append(warning) }
        if report.comparisons.count > 1 {
            warnings.append(
                Warning("several_arms", "Several arms are compared: the adjusted p-values (Holm) decide."))
        }
        if question.smallestEffect == nil {
            warnings.append(
                Warning(
                    "no_smallest_effect",
                    "No smallest effect of interest was named: the power to find it is not known."))
        }
        warnings.append(
            Warning(
                "single_look",
                "Interval and p-value hold for one look whose time was fixed beforehand; "
                    + "for repeated looks there is the method msprt."
            )
        )
        report.warnings = warnings
        return report
    }

    private func ratio(_ ratio: SampleRatioMismatch.Output) -> [Warning] {
        guard ratio.mismatch == true else { return [] }
        return [
            Warning(
                "sample_ratio_mismatch",
                "The arms did not fill in the ratio that was meant: something went wrong with assignment or data, and "
                    + "no verdict is possible."
            )
        ]
    }

    private func floor() -> [Warning] {
        let small = units.filter { $0.value.count < question.floor }.keys.sorted()
        guard !small.isEmpty else { return [] }
        return [
            Warning(
                "below_floor",
                "Fewer than \(question.floor) contractors in \(small.joined(separator: ", ")): "
                    + "a first impression, no verdict."
            )
        ]
    }

    private func clusters() -> [Warning] {
        let few = units.filter { !$0.value.isEmpty && $0.value.allSatisfy { $0.cluster != nil } }
            .filter { Set($0.value.map(\.cluster)).count < Self.fewestClusters }.keys.sorted()
        guard !few.isEmpty else { return [] }
        return [
            Warning(
                "few_clusters",
                "Fewer than \(Self.fewestClusters) clusters in \(few.joined(separator: ", ")): "
                    + "the interval may be too narrow."
            )
        ]
    }

    /// A covariate on which the arms differ strongly was hardly measured before the start.
    private func imbalance() -> [Warning] {
        question.covariates.enumerated().compactMap { column, name in
            let control = ArmValues(units[question.control] ?? []).covariates
            let differs = units.filter { $0.key != question.control }.contains { _, arm in
                let values = ArmValues(arm).covariates
                guard column < values.count, column < control.count else { return false }
                let p = MeanComparison(values[column], control[column], confidence: 0.95).twoSided
                return p.map { $0 < 0.001 } ?? false
            }
            guard differs else { return nil }
            return Warning(
                "covariate_differs",
                "The arms differ in \(name): was it measured before the start? If not, adjusting for it misleads.")
        }
    }
}
