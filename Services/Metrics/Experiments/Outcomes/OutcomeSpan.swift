import Contracts

/// The time in which what happens to somebody counts: from meeting the variant, whole days long.
struct OutcomeSpan: Sendable {
    /// When the variant was met.
    let since: Timestamp
    /// Days after that within which an outcome counts.
    let within: Int
    /// Days before it whose values adjust the comparison.
    let preDays: Int
    /// Days within which somebody has to come back to count as rehired.
    let window: Int

    /// The last day that counts; its end is when a unit has matured.
    var lastDay: Day { since.day.adding(days: within) }

    /// Whether a moment lies in the time; what rests on the invitation itself counts from the day of meeting on.
    func holds(_ moment: Timestamp, fromDay: Bool = false) -> Bool {
        moment >= (fromDay ? Timestamp(since.day) : since) && moment.day <= lastDay
    }

    /// Whether a moment lies in the days before.
    func isBefore(_ moment: Timestamp) -> Bool {
        moment < since && moment.day >= since.day.adding(days: -preDays)
    }
}
