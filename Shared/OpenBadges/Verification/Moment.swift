/// A moment as credentials write it (XML Schema's dateTimeStamp), to the second.
public struct Moment: Hashable, Comparable, Sendable {
    /// Seconds since 1970.
    public let seconds: Int64

    /// A moment by its seconds since 1970.
    public init(seconds: Int64) {
        self.seconds = seconds
    }

    /// The moment of a text; one without a time zone is none.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int64? {
            guard range.upperBound <= bytes.count,
                bytes[range].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return nil }
            return bytes[range].reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        }
        func has(_ character: Character, at index: Int) -> Bool {
            index < bytes.count && bytes[index] == character.asciiValue
        }
        guard let year = number(0..<4), has("-", at: 4), let month = number(5..<7), has("-", at: 7),
            let day = number(8..<10), has("T", at: 10) || has("t", at: 10), let hour = number(11..<13),
            has(":", at: 13), let minute = number(14..<16), has(":", at: 16), let second = number(17..<19),
            (1...12).contains(month), (1...Moment.days(month, year)).contains(day), hour < 24, minute < 60, second < 60
        else { return nil }
        var position = 19
        if has(".", at: position) {
            position += 1
            let start = position
            while position < bytes.count, number(position..<position + 1) != nil { position += 1 }
            guard position > start else { return nil }
        }
        var offset: Int64 = 0
        if has("Z", at: position) || has("z", at: position) {
            position += 1
        } else {
            guard has("+", at: position) || has("-", at: position), let hours = number(position + 1..<position + 3),
                has(":", at: position + 3), let minutes = number(position + 4..<position + 6), hours < 15, minutes < 60
            else { return nil }
            offset = (hours * 3600 + minutes * 60) * (has("-", at: position) ? -1 : 1)
            position += 6
        }
        guard position == bytes.count else { return nil }
        let dayNumber = Moment.dayNumber(year, month, day)
        seconds = dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset
    }

    /// Whether a moment is earlier than another.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.seconds < right.seconds
    }

    private static func days(_ month: Int64, _ year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970, by the count of years that begin in March.
    private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
