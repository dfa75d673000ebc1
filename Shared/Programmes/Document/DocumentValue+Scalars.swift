import Contracts
import Yams

extension DocumentValue {
    /// A text that is not empty, or nil with a problem noted.
    package func text(atMost limit: Int = 2000) -> String? {
        guard let scalar = node.scalar else {
            report("type", "A text is expected here.", remedy: "Write it on one line, in quotes if it has a colon.")
            return nil
        }
        guard !isEmpty, scalar.string.contains(where: { !$0.isWhitespace }) else {
            report("empty", "Nothing is written here.", remedy: "Write a value, or leave the key out.")
            return nil
        }
        guard scalar.string.count <= limit else {
            report("length", "The text is longer than \(limit) characters.", remedy: "Shorten it.")
            return nil
        }
        return scalar.string
    }

    /// An id: letters, digits, '.', '_' and '-', beginning with a letter or digit.
    package func id() -> String? {
        guard let text = text(atMost: 64) else { return nil }
        let allowed = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default: false
            }
        }
        guard allowed, let first = text.first, first.isLetter || first.isNumber else {
            report(
                "id", "'\(text)' is no id.",
                remedy: "Use letters, digits, '.', '_' and '-', beginning with a letter or digit.")
            return nil
        }
        return text
    }

    /// A whole number within bounds.
    package func integer(in bounds: ClosedRange<Int>, unit: String? = nil) -> Int? {
        guard var text = text() else { return nil }
        let example = "\(max(bounds.lowerBound, 1))" + (unit.map { " \($0)" } ?? "")
        if let unit {
            let singular = String(unit.dropLast())
            guard let ending = [unit, singular].first(where: { text.hasSuffix(" \($0)") }) else {
                report("unit", "'\(text)' has no unit.", remedy: "Write it in \(unit), such as '\(example)'.")
                return nil
            }
            text.removeLast(ending.count + 1)
        }
        guard let number = Int(text) else {
            report("number", "'\(text)' is no whole number.", remedy: "Write digits only, such as '\(example)'.")
            return nil
        }
        guard bounds.contains(number) else {
            report(
                "range", "\(number) is out of range.",
                remedy: "Choose a number from \(bounds.lowerBound) to \(bounds.upperBound).")
            return nil
        }
        return number
    }

    /// An exact decimal of at most six places, not negative.
    package func decimal() -> Decimal6? {
        guard let text = text() else { return nil }
        guard let number = ExactNumber.parse(text) else {
            report(
                "number", "'\(text)' is no exact number.",
                remedy: "Write digits with at most six after a point, such as '12.5'.")
            return nil
        }
        return number
    }

    /// A share written with a percent sign, from 0 % to 100 %.
    package func percent() -> Decimal6? {
        guard let text = text() else { return nil }
        guard text.hasSuffix("%"), let number = ExactNumber.parse(text.dropLast().trimmingSpaces()) else {
            report("percent", "'\(text)' is no percentage.", remedy: "Write a number and a percent sign: '40 %'.")
            return nil
        }
        guard number <= Decimal6(100) else {
            report("range", "\(text) is more than the whole.", remedy: "Choose a percentage from 0 % to 100 %.")
            return nil
        }
        return number
    }

    /// A calendar day written as year, month and day.
    package func day() -> Day? {
        guard let text = text() else { return nil }
        guard let day = CalendarText.parse(text) else {
            report("date", "'\(text)' is no day of the calendar.", remedy: "Write it as 2026-03-31.")
            return nil
        }
        return day
    }

    /// Yes or no.
    package func bool() -> Bool? {
        guard let text = text() else { return nil }
        switch text {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            report("choice", "'\(text)' is neither true nor false.", remedy: "Write 'true' or 'false'.")
            return nil
        }
    }

    /// One of the texts that a type knows.
    package func choice<T>(of type: T.Type) -> T? where T: RawRepresentable & CaseIterable, T.RawValue == String {
        guard let text = text() else { return nil }
        if let value = T(rawValue: text) { return value }
        let known = T.allCases.map(\.rawValue)
        report("choice", "'\(text)' is not known here.", remedy: Suggestion.remedy(for: text, among: known))
        return nil
    }
}

extension Substring {
    fileprivate func trimmingSpaces() -> Substring {
        var rest = self
        while rest.last == " " { rest.removeLast() }
        return rest
    }
}
