import Contracts

extension Expression {
    /// Why a value cannot be computed from a row.
    struct Failure: Error {
        let message: String
        let remedy: String
    }

    /// The value for a row whose values so far are these.
    func value(_ values: [ImportValue]) throws(Failure) -> ImportValue {
        switch self {
        case .slot(let slot):
            return values[slot]
        case .text(let template):
            return template.fill(values)
        case .lookup(let table, let name, let slot):
            guard let key = values[slot].text else { return .empty }
            guard let found = table[key] else {
                throw Failure(
                    message: "'\(key)' is not in the table '\(name)'.", remedy: "Add it to 'lookups' in the mapping.")
            }
            return ImportValue(found)
        case .moment(let base, let offset):
            return try Expression.moment(base.value(values), offset, values)
        case .earliest(let slots):
            return try Expression.moments(slots, values).min().map { .moment($0) } ?? .empty
        case .latest(let slots):
            return try Expression.moments(slots, values).max().map { .moment($0) } ?? .empty
        case .choice(let condition, let then, let otherwise):
            return (condition.holds(values) ? then : otherwise).fill(values)
        case .fallback(let first, let second):
            let value = try first.value(values)
            return value.isEmpty ? try second.value(values) : value
        }
    }

    private static func moment(
        _ base: ImportValue, _ offset: DayOffset, _ values: [ImportValue],
    ) throws(Failure) -> ImportValue {
        guard let start = try moment(base) else { return .empty }
        let days: Int
        switch offset {
        case .fixed(let number): days = number
        case .slot(let slot):
            guard let text = values[slot].text else { return .empty }
            guard let number = Int(text), abs(number) < 1_000_000 else {
                throw Failure(message: "'\(text)' is no number of days.", remedy: "Correct the data.")
            }
            days = number
        }
        return .moment(Timestamp(microseconds: start.microseconds + Int64(days) * Timestamp.microsecondsADay))
    }

    private static func moments(_ slots: [Int], _ values: [ImportValue]) throws(Failure) -> [Timestamp] {
        var moments: [Timestamp] = []
        for slot in slots {
            if let moment = try moment(values[slot]) { moments.append(moment) }
        }
        return moments
    }

    private static func moment(_ value: ImportValue) throws(Failure) -> Timestamp? {
        switch value {
        case .empty: return nil
        case .moment(let moment): return moment
        case .text(let text):
            guard let moment = MomentText.parse(text) else {
                throw Failure(
                    message: "'\(text)' is no date.", remedy: "Write it as 2026-03-31 or 2026-03-31T09:30:00Z.")
            }
            return moment
        }
    }
}
