import Contracts

/// One layer of an attempt as the worker took it: opened, saved as often as wanted, handed in (ASM-05, ASM-26).
///
/// The clock is the server's that took the acts. What was put down up to the limit counts, whether it was saved or
/// handed in; what is handed in later is marked late and adds nothing. The limit is the layer's minutes times the
/// worker's accommodation, and never after the window's end. The first handing in closes the layer.
struct Sitting: Hashable, Sendable {
    let startedAt: Timestamp
    /// The last moment that counts.
    let limit: Timestamp
    /// By what the time was multiplied; 1 where no accommodation was asked for.
    let timeFactor: Decimal6
    /// The chosen option of each item, put down in time.
    private(set) var answers: [String: String] = [:]
    /// Where the work is that was put down in time.
    private(set) var submission: String?
    private(set) var submissionHash: String?
    /// The engagement that the same work was done for, by its record id.
    private(set) var engagement: String?
    private(set) var submittedAt: Timestamp?

    /// Whether it was handed in after the limit.
    var isLate: Bool { submittedAt.map { $0 > limit } ?? false }

    /// The layer as its acts tell it, in their order; nil before it was opened.
    ///
    /// - Parameters:
    ///   - minutes: how long it may take; nil where it is not timed.
    ///   - until: the end of the availability window.
    static func fold(_ acts: [AttemptRecorded], minutes: Int?, until: Timestamp) -> Sitting? {
        guard let place = acts.firstIndex(where: { $0.action == .started }) else { return nil }
        let start = acts[place]
        let factor = start.timeFactor ?? Decimal6(1)
        var limit = Timestamp(microseconds: until.microseconds - 1)
        if let minutes {
            limit = min(limit, start.eventTime.adding(microseconds: Int64(minutes) * 60 * factor.millionths))
        }
        var sitting = Sitting(startedAt: start.eventTime, limit: limit, timeFactor: factor)
        for act in acts[place...] where sitting.submittedAt == nil { sitting.take(act) }
        return sitting
    }

    private init(startedAt: Timestamp, limit: Timestamp, timeFactor: Decimal6) {
        self.startedAt = startedAt
        self.limit = limit
        self.timeFactor = timeFactor
    }

    private mutating func take(_ act: AttemptRecorded) {
        engagement = engagement ?? act.engagement
        if act.eventTime <= limit {
            answers.merge(act.answers) { $1 }
            if let work = act.submission { (submission, submissionHash) = (work, act.submissionHash) }
        }
        if act.action == .submitted { submittedAt = act.eventTime }
    }
}

extension Timestamp {
    /// The moment a number of microseconds later; the last one there is where it would be later still.
    func adding(microseconds: Int64) -> Timestamp {
        let (sum, overflow) = self.microseconds.addingReportingOverflow(microseconds)
        return Timestamp(microseconds: overflow ? .max : sum)
    }
}
