import Contracts

/// The reminders of one enrolment or of one credential's renewal (ONB-10, ONB-11): which comes next, and when.
///
/// Number k is due k intervals after the start. A series looks forward only: what was due while nobody was there to
/// send it is left out, except for the last of them.
struct ReminderSeries: Hashable, Sendable {
    /// What is reminded of.
    enum Kind: String, Sendable {
        case reminder
        case renewal
    }

    /// The kind of the timer; its key is the series' id.
    static let timer = "onboarding-reminder"
    /// Rule and version in the audit trail.
    static let rule = "reminder/1"

    let id: Identifier
    let contractor: Identifier
    let kind: Kind
    var startedAt: Timestamp
    var nextNumber: Int64 = 1
    /// When the next one is due; nil while there is nothing to remind of.
    var nextDue: Timestamp?

    /// What a series is to be while it runs.
    struct Plan: Hashable, Sendable {
        let startedAt: Timestamp
        let everyHours: Int64
        /// From when on none is due any more.
        let endsAt: Timestamp

        /// Microseconds between two of them.
        var interval: Int64 { everyHours * 3_600_000_000 }

        /// When a number is due.
        func due(_ number: Int64) -> Timestamp {
            Timestamp(microseconds: startedAt.microseconds + number * interval)
        }

        /// The last number that is due at a time; 0 or less before the first.
        func last(at time: Timestamp) -> Int64 {
            let elapsed = time.microseconds - startedAt.microseconds
            return elapsed < 0 ? 0 : elapsed / interval
        }
    }

    /// A series that does not run yet.
    init(id: Identifier, contractor: Identifier, kind: Kind, startedAt: Timestamp) {
        self.id = id
        self.contractor = contractor
        self.kind = kind
        self.startedAt = startedAt
    }

    /// A row as it is kept.
    init(
        id: Identifier, contractor: Identifier, kind: Kind, startedAt: Timestamp, nextNumber: Int64,
        nextDue: Timestamp?
    ) {
        self.init(id: id, contractor: contractor, kind: kind, startedAt: startedAt)
        self.nextNumber = nextNumber
        self.nextDue = nextDue
    }

    /// Takes in what the facts say now: starts, moves or ends; what is past already when it is recorded is not sent.
    mutating func follow(_ plan: Plan?, now: Timestamp) {
        guard let plan else {
            nextDue = nil
            return
        }
        if nextDue != nil, startedAt == plan.startedAt { return }
        startedAt = plan.startedAt
        advance(plan, past: now)
    }

    /// Its timer came due: the number to be sent, if any.
    ///
    /// - Parameter lastIssuedAt: when the last of them was sent. Two are never closer than half an interval, so that
    ///   one that was late is not followed at once by the next.
    mutating func fire(_ plan: Plan, lastIssuedAt: Timestamp?, now: Timestamp) -> Int64? {
        guard let due = nextDue, due <= now else { return nil }
        let number = plan.last(at: now)
        let isFirst = number >= nextNumber
        advance(plan, past: now)
        let isNear = lastIssuedAt.map { now.microseconds - $0.microseconds < plan.interval / 2 } ?? false
        return isFirst && !isNear && plan.due(number) < plan.endsAt ? number : nil
    }

    private mutating func advance(_ plan: Plan, past now: Timestamp) {
        nextNumber = max(1, plan.last(at: now) + 1)
        let due = plan.due(nextNumber)
        nextDue = due < plan.endsAt ? due : nil
    }
}
