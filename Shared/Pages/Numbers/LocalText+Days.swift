import Contracts
import Programmes

extension LocalText {
    private static let months: [PageLanguage: [String]] = [
        .english: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        .german: [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ],
        .spanish: [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ],
        .french: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
    ]

    /// A day in words, such as 21 November 2026.
    public func day(_ day: Day) -> String {
        let (year, month, number) = day.civil
        let name = LocalText.months[language]?[month - 1] ?? "\(month)"
        return switch language {
        case .english: "\(number)\u{a0}\(name) \(year)"
        case .german: "\(number).\u{a0}\(name) \(year)"
        case .spanish: "\(number)\u{a0}de\u{a0}\(name) de\u{a0}\(year)"
        case .french: "\(number == 1 ? "1er" : "\(number)")\u{a0}\(name) \(year)"
        }
    }

    /// A day where there is little room, such as below an axis: day and month.
    public func shortDay(_ day: Day) -> String {
        let (_, month, number) = day.civil
        let name = (LocalText.months[language]?[month - 1] ?? "\(month)").prefix(3)
        return switch language {
        case .english, .spanish: "\(number)\u{a0}\(name)"
        case .german: "\(number).\(month)."
        case .french: "\(LocalText.two(number))/\(LocalText.two(month))"
        }
    }

    /// A day as a number in a table: 2026-11-21 in English, in the others with the day first.
    public func numericDay(_ day: Day) -> String {
        let (year, month, number) = day.civil
        return switch language {
        case .english: day.description
        case .german: "\(LocalText.two(number)).\(LocalText.two(month)).\(year)"
        case .spanish, .french: "\(LocalText.two(number))/\(LocalText.two(month))/\(year)"
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
