import Contracts
import Database
import Messaging

/// The requisitions that a batch brings, judged by what is known of them.
///
/// A record is known by (source, id, revision) for ever, under whatever message id it comes. The same revision with
/// another content is a mistake of its source that nobody here can resolve.
struct RequisitionBook {
    private var revisions = RevisionBook()
    private var wantedSince: [Identifier: Timestamp] = [:]
    private var fresh: [RequisitionFact] = []

    static let figure = "requisition"

    init(_ facts: [RequisitionFact] = []) {
        for fact in facts { note(fact) }
    }

    private mutating func note(_ fact: RequisitionFact) {
        revisions.note(fact.key, content: fact.content, contractor: nil)
        let before = wantedSince[fact.key.record] ?? fact.eventTime
        wantedSince[fact.key.record] = min(before, fact.eventTime)
    }

    /// Takes a revision in, or says why not.
    mutating func tell(_ fact: RequisitionFact, now: Timestamp, _ periods: inout PeriodBook) -> RevisionBook.Verdict {
        let verdict = revisions.verdict(fact.key, content: fact.content, contractor: nil)
        guard verdict == .fresh else { return verdict }
        let before = wantedSince[fact.key.record]
        note(fact)
        fresh.append(fact)
        if let before {
            if fact.eventTime < before { periods.move(RequisitionBook.figure, from: before, to: fact.eventTime) }
        } else {
            periods.count(RequisitionBook.figure, at: fact.eventTime, now: now)
        }
        return .fresh
    }

    /// Writes what is new.
    func write(_ out: inout Decisions) {
        if fresh.isEmpty { return }
        out.write(RequisitionFact.write(fresh.sorted { $0.key < $1.key }))
    }
}
