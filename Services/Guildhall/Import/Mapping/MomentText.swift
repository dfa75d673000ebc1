import Contracts
import Programmes

/// Moments written as RFC 3339 has them.
enum MomentText {
    /// The text of a moment: `2014-02-01T00:00:00Z`, with a fraction of a second only where there is one.
    static func text(of moment: Timestamp) -> String {
        let rest = moment.microseconds - Timestamp(moment.day).microseconds
        let seconds = rest / 1_000_000
        let fraction = rest % 1_000_000
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }.joined(separator: ":")
        return CalendarText.text(of: moment.day) + "T" + clock + (fraction == 0 ? "" : ".\(padded(fraction, 6))") + "Z"
    }

    /// The moment of a text: a day (its midnight, UTC), or a day and a time with `Z` or an offset.
    static func parse(_ text: String) -> Timestamp? {
        guard let day = CalendarText.parse(text.prefix(10)) else { return nil }
        let clock = text.dropFirst(10)
        if clock.isEmpty { return Timestamp(day) }
        let pattern = #/[Tt ](\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?(?:([Zz])|([+-])(\d\d):(\d\d))/#
        guard let match = clock.wholeMatch(of: pattern)?.output,
            let hour = Int64(match.1), let minute = Int64(match.2), let second = Int64(match.3),
            hour < 24, minute < 60, second < 60
        else { return nil }
        var moment = Timestamp(day).microseconds + (hour * 3600 + minute * 60 + second) * 1_000_000
        if let digits = match.4 {
            guard let fraction = Int64(digits + String(repeating: "0", count: 6 - digits.count)) else { return nil }
            moment += fraction
        }
        if let sign = match.6, let hours = match.7.flatMap({ Int64($0) }),
            let minutes = match.8.flatMap({ Int64($0) })
        {
            guard hours < 24, minutes < 60 else { return nil }
            moment += (sign == "+" ? -1 : 1) * (hours * 60 + minutes) * 60_000_000
        }
        return Timestamp(microseconds: moment)
    }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
