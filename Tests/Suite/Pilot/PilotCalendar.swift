import Contracts

/// The days of a pilot, counted from its first one.
enum PilotCalendar {
    /// The first day: 2024-09-02.
    static let first = Day(number: 19_968)

    static func day(_ number: Int) -> Day { first.adding(days: number) }

    /// Noon of a day, at which everything is said.
    static func noon(_ number: Int) -> Timestamp { Timestamp(day(number)).adding(seconds: 12 * 3600) }
}
