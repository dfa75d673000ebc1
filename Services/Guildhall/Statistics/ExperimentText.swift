import Foundation
import Statistics

/// The report of an experiment in words.
struct ExperimentText {
    private let report: ExperimentReport

    init(_ report: ExperimentReport) {
        self.report = report
    }

    /// Prints arms, comparisons and warnings.
    func show() {
        Output.table(
            ["ARM", "UNITS", "CLUSTERS", "FIGURE", "VALUE"],
            report.arms.map { arm in
                [
                    arm.name + (arm.name == report.control ? " (control)" : ""), "\(arm.units)",
                    arm.clusters.map { "\(Int($0))" } ?? "-", arm.figure, Self.text(arm.value),
                ]
            })
        for comparison in report.comparisons { show(comparison) }
        print("\nTo know before believing it")
        for warning in report.warnings { print("- \(warning.text)") }
    }

    private func show(_ comparison: ExperimentReport.Comparison) {
        print(
            """

            \(comparison.treatment) against \(report.control): \(conclusion(comparison))
              \(comparison.measure): \(Self.text(comparison.estimate)) (\(interval(comparison)))
              p-value: \(Self.text(comparison.p))\(adjusted(comparison))
              method: \(comparison.method)
              power: \(power(comparison))
            """)
        if let reduction = comparison.varianceReduction {
            print("  the adjustment took away \(Self.text(reduction * 100)) % of the variance")
        }
    }

    private func conclusion(_ comparison: ExperimentReport.Comparison) -> String {
        switch comparison.verdict {
        case .blocked: "no verdict, the arms did not fill as meant."
        case .belowFloor: "no verdict yet, an arm is below the floor."
        case .undefined: "no verdict, the test cannot be formed from these data."
        case .difference: "the data show a difference."
        case .noDifferenceShown: "the data do not show a difference, which is no proof that there is none."
        }
    }

    private func interval(_ comparison: ExperimentReport.Comparison) -> String {
        guard let low = comparison.low, let high = comparison.high else { return "interval undefined" }
        return "\(Self.text(report.confidence * 100)) % interval \(Self.text(low)) to \(Self.text(high))"
    }

    private func adjusted(_ comparison: ExperimentReport.Comparison) -> String {
        report.comparisons.count > 1 ? ", adjusted for the number of arms \(Self.text(comparison.adjusted))" : ""
    }

    private func power(_ comparison: ExperimentReport.Comparison) -> String {
        let (power, unit) = (comparison.power, comparison.noEffect == 1 ? "ratio" : "chance")
        guard let effect = power.detectableEffect else {
            return "no effect can be named that 80 of 100 such experiments would find"
        }
        let noun = comparison.noEffect == 0 ? "difference" : unit
        var text = "a \(noun) of \(Self.text(effect)) would be found in 80 of 100 such experiments"
        if let effect = power.smallestEffect {
            text += "; one of \(Self.text(effect)) with a chance of \(Self.text(power.power))"
        }
        return text
    }

    /// Four digits are what a reader can use; JSON has them all.
    private static func text(_ number: Double?) -> String {
        guard let number else { return "undefined" }
        return String(format: "%.4g", number)
    }
}
