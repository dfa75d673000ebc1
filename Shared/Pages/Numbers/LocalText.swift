import Foundation
import Programmes

/// Numbers and days as a language writes them.
///
/// Small probabilities hold a `<`, so that they are escaped like any other text.
public struct LocalText: Sendable {
    /// What stands where there is no number.
    public static let nothing = "–"

    /// The language.
    public let language: PageLanguage

    /// The numbers of a language.
    public init(_ language: PageLanguage) {
        self.language = language
    }

    /// A number with a fixed count of decimals.
    ///
    /// - Parameters:
    ///   - value: any number; one that is not finite is told as none.
    ///   - decimals: digits after the sign, from 0 to 6.
    ///   - isSigned: whether a plus is written too, as in front of a difference.
    public func number(_ value: Double, decimals: Int, isSigned: Bool = false) -> String {
        guard value.isFinite else { return LocalText.nothing }
        let signs = NumberSigns(language)
        let digits = String(format: "%.\(min(max(decimals, 0), 6))f", abs(value))
        let parts = digits.split(separator: ".")
        let whole = LocalText.grouped(parts[0], signs)
        let text = parts.count == 2 ? whole + signs.decimal + parts[1] : whole
        // What is rounded to nothing has no sign.
        guard digits.contains(where: { $0 != "0" && $0 != "." }) else { return text }
        if value < 0 { return "−\(text)" }
        return isSigned ? "+\(text)" : text
    }

    /// A whole number.
    public func whole(_ value: some BinaryInteger) -> String {
        let text = LocalText.grouped(Substring("\(value.magnitude)"), NumberSigns(language))
        return value < 0 ? "−\(text)" : text
    }

    /// A share from 0 to 1 as a percentage.
    public func percent(_ share: Double, decimals: Int = 1) -> String {
        guard share.isFinite else { return LocalText.nothing }
        return number(share * 100, decimals: decimals) + NumberSigns(language).percentSpace + "%"
    }

    /// A p-value, to be read after "p": with its sign of equality, or as less than what is worth telling apart.
    public func probability(_ p: Double) -> String {
        guard p.isFinite else { return LocalText.nothing }
        if p < 0.0001 { return "<\u{a0}\(number(0.0001, decimals: 4))" }
        return "=\u{a0}\(bareProbability(p))"
    }

    /// A p-value for a table.
    public func bareProbability(_ p: Double) -> String {
        guard p.isFinite else { return LocalText.nothing }
        if p < 0.0001 { return "<\u{a0}\(number(0.0001, decimals: 4))" }
        return p >= 1 ? "1" : number(p, decimals: p < 0.001 ? 4 : 3)
    }

    private static func grouped(_ digits: Substring, _ signs: NumberSigns) -> String {
        guard digits.count >= signs.groupsFrom else { return String(digits) }
        var groups: [Substring] = []
        var rest = digits
        while !rest.isEmpty {
            groups.append(rest.suffix(3))
            rest = rest.dropLast(3)
        }
        return groups.reversed().joined(separator: signs.group)
    }
}
