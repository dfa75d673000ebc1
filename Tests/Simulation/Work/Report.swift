import Foundation

/// What a campaign came to, for a person.
enum Report {
    static func text(of summary: Campaign.Summary, seconds: Double) -> String {
        let rate = String(format: "%.1f", Double(summary.seeds) / max(seconds, 0.001))
        var lines = [
            "simulation: \(summary.seeds) seeds in \(Int(seconds)) s (\(rate) a second), \(summary.failures.count) failed",
            "  outside messages: \(summary.messages) attempted, \(summary.acknowledged) acknowledged; "
                + "lost \(summary.lost), unexpected \(summary.unexpected), duplicated \(summary.duplicated); "
                + "recovered from \(summary.recovered) faults; \(summary.redelivered) deliveries came back",
        ]
        for action in Fault.Action.allCases {
            lines.append("  \(action.rawValue): \(summary.fired[action.rawValue] ?? 0)")
        }
        lines.append("  points passed, and faults there:")
        for point in Point.all {
            let passed = summary.passed["\(point)"] ?? 0
            let hit = summary.hit["\(point)"] ?? 0
            lines.append("  \(passed == 0 ? "NEVER REACHED " : "")\(point): \(passed), \(hit)")
        }
        return lines.joined(separator: "\n")
    }

    /// A failing case as short as it was found, with what happened in it.
    static func text(of found: Shrinker.Case, seed: UInt64) -> String {
        let again = "repeat it: make simulate SEED=\(seed)"
        let lines =
            ["seed \(seed) fails; \(again)", "what is wrong:"] + found.violations.prefix(10).map { "  \($0)" }
            + ["with these faults:"] + (found.plan.faults.map { "  \($0)" } + found.plan.detours.map { "  \($0)" })
            + ["and these messages:"] + found.workload.inputs.map { "  \($0)" } + ["what happened:"]
            + found.result.trace
        return lines.joined(separator: "\n")
    }
}
