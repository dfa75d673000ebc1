import Contracts

/// One holding of a pathway: its dates and its syllabus.
public struct Offering: Hashable, Sendable {
    /// Unique in the programme.
    public let id: String
    /// The first day.
    public let starts: Day
    /// Length in days; the last day is the first day plus this.
    public let days: Int
    /// What is assessed, in the author's order.
    public let coursework: [Coursework]

    /// An offering of these parts.
    public init(id: String, starts: Day, days: Int, coursework: [Coursework]) {
        self.id = id
        self.starts = starts
        self.days = days
        self.coursework = coursework
    }

    /// The last day.
    public var ends: Day { starts.adding(days: days) }

    /// The assessment of an id.
    public func assessment(_ id: String) -> Coursework? {
        coursework.first { $0.id == id }
    }

    /// The assessments that count towards passing, with the weights to compute with: the declared ones, or 1 each where
    /// all of them are 0.
    public var weighted: [(coursework: Coursework, weight: Decimal6)] {
        let counted = coursework.filter(\.counts)
        let equal = counted.allSatisfy { $0.weight == .zero }
        return counted.map { ($0, equal ? Decimal6(1) : $0.weight) }
    }
}
