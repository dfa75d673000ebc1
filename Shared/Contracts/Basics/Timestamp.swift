import Foundation

/// A moment: microseconds since 1970-01-01T00:00:00Z, as PostgreSQL's `timestamptz` can hold it.
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let microseconds: Int64

    /// The moment a number of microseconds after 1970-01-01T00:00:00Z.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// Midnight UTC at the beginning of a day.
    public init(_ day: Day) {
        self.init(microseconds: Int64(day.number) * Timestamp.microsecondsADay)
    }

    /// Microseconds in a day of UTC.
    public static let microsecondsADay: Int64 = 86_400_000_000

    /// Orders by time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }

    /// The day of UTC that this moment falls on.
    public var day: Day {
        let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: Timestamp.microsecondsADay)
        return Day(number: Int32(clamping: remainder < 0 ? quotient - 1 : quotient))
    }

    /// The moment a number of seconds later.
    public func adding(seconds: Int64) -> Timestamp {
        Timestamp(microseconds: microseconds + seconds * 1_000_000)
    }

    /// The same time of day a number of calendar months later, clamped to the month's last day (CRD-04).
    public func adding(months: Int) -> Timestamp {
        let timeOfDay = microseconds - Timestamp(day).microseconds
        return Timestamp(microseconds: Timestamp(day.adding(months: months)).microseconds + timeOfDay)
    }

    /// What the host's clock says; only for ids, logs and latencies, never for a rule.
    public static var hostClock: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}
