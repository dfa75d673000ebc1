import Foundation
import Statistics

/// The answer of a size planner in words.
struct SizePlanText {
    private let report: SizePlanReport

    init(_ report: SizePlanReport) {
        self.report = report
    }

    /// What is asked, the two numbers and what to know about them.
    func show() {
        print(question + "\n")
        Output.table(
            ["HOW IT IS LOOKED AT", "IN EACH VARIANT", "POWER WITH YOUR NUMBER"],
            [
                [
                    "once, at a time fixed beforehand", report.count(report.oneLook),
                    percent(report.planned?.powerOneLook),
                ],
                [
                    "every day, by the always-valid test", report.count(report.everyDay),
                    percent(report.planned?.powerEveryDay),
                ],
            ])
        print("\nTo know before planning by it")
        print(
            "- The number for every day is an upper bound: there the last look alone would do, and an earlier one may.")
        if report.variants > 2 {
            print("- \(report.variants - 1) variants are compared with the control, each at \(report.level).")
        }
        print("- Who assigns whole clients needs more: workers of one client are alike.")
        for warning in report.warnings { print("- \(warning.text)") }
    }

    private var question: String {
        let chance = "with a power of \(percent(report.power)) and false alarms in \(percent(report.alpha))"
        guard let base = report.base else {
            return "To find a difference of \(report.text(report.effect)), \(chance), where workers' values lie "
                + "\(report.text(report.deviation ?? 0)) apart (standard deviation):"
        }
        return "To find a difference of \(report.text(report.effect)) from a share of \(report.text(base)), \(chance):"
    }

    private func percent(_ number: Double?) -> String {
        number.map { String(format: "%.3g %%", $0 * 100) } ?? "-"
    }
}
