import Contracts

/// The days of the rehearsal: a season with its year, all of it in the past.
enum SeasonCalendar {
    /// The first day: 2024-09-01.
    static let first = Day(number: 19_967)
    /// Days until the end: long enough for a credential of 12 months to lapse.
    static let days = 425

    /// The hours of a day at which anything happens, so that few moments of a year have something due.
    enum Hour: Int64, CaseIterable {
        case morning = 9
        case noon = 12
        case afternoon = 15
        case evening = 18
        /// After everything of a day is told.
        case night = 21
    }

    /// A moment.
    static func moment(_ day: Int, _ hour: Hour) -> Timestamp {
        Timestamp(first.adding(days: day)).adding(seconds: hour.rawValue * 3600)
    }

    /// The day of a moment, counted from the first one.
    static func day(of moment: Timestamp) -> Int {
        Int(moment.day.number - first.number)
    }
}
