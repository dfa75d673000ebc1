import Contracts

/// Moments as the credential standards write them.
enum UTCText {
    /// A moment to the second: `2014-02-01T00:00:00Z`.
    static func seconds(_ moment: Timestamp) -> String {
        let day = moment.day
        let (year, month, dayOfMonth) = day.civil
        let second = Int((moment.microseconds - Timestamp(day).microseconds) / 1_000_000)
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfMonth, 2))"
            + "T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))Z"
    }

    /// The same for people: `2014-02-01 00:00 UTC`.
    static func readable(_ moment: Timestamp) -> String {
        readable(seconds(moment))
    }

    /// A moment that a document tells, for people; anything else stays as it is.
    static func readable(_ text: String) -> String {
        let parts = text.split(separator: "T")
        guard parts.count == 2, parts[1].hasSuffix("Z"), parts[1].count >= 6 else { return text }
        return "\(parts[0]) \(parts[1].prefix(5)) UTC"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
