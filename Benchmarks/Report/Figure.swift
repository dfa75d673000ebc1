import Foundation

/// Numbers as the tables show them.
enum Figure {
    /// With commas between thousands, and so many decimals.
    static func text(_ value: Double, _ decimals: Int = 0) -> String {
        let digits = String(format: "%.\(decimals)f", abs(value))
        let parts = digits.split(separator: ".", maxSplits: 1)
        var whole = Array(parts[0])
        for place in stride(from: whole.count - 3, to: 0, by: -3) { whole.insert(",", at: place) }
        return (value < 0 ? "-" : "") + String(whole) + (parts.count > 1 ? ".\(parts[1])" : "")
    }

    /// The same, or a dash.
    static func text(_ value: Double?, _ decimals: Int = 0) -> String {
        value.map { text($0, decimals) } ?? "–"
    }

    /// Figures by those of the same rounds, the median of the rounds; or a dash.
    static func ratio(_ figures: [Double], _ others: [Double]) -> String {
        text(zip(figures, others).map { $0 / $1 }.median, 2)
    }

    /// A table row.
    static func row(_ cells: String...) -> String { "| \(cells.joined(separator: " | ")) |" }

    /// A table: header, rule, rows; figures to the right, the first column to the left.
    static func table(_ header: [String], _ rows: [String]) -> String {
        let rule = "|---|" + String(repeating: "---:|", count: header.count - 1)
        return (["| \(header.joined(separator: " | ")) |", rule] + rows).joined(separator: "\n")
    }
}
