import Foundation

/// A leading indicator as the metrics service judges it.
struct LeadingDocument: Codable, Sendable {
    var kpi: String
    var value: Double?
    var low: Double?
    var high: Double?
    var units: Int64
    var baseline: Double?
    var goal: Double?
    var state: String
    var reason: ExperimentDocument.Sentence

    /// Prints the state in words, then the numbers.
    func show() {
        let number = { (value: Double?) in value.map { String(format: "%.4g", $0) } ?? "not defined" }
        print("leading indicator \(kpi): \(state.replacingOccurrences(of: "-", with: " ")). \(reason.text)")
        print(
            "  \(number(value)), 95 % from \(number(low)) to \(number(high)), rests on \(units); "
                + "baseline \(number(baseline)), goal \(number(goal))")
    }
}
