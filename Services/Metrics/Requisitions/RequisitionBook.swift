import Contracts
import Database
import Messaging

/// The requisitions that a batch brings, judged by what is known of them.
///
/// A record is known by (source, id, revision) for ever, under whatever message id it comes. The same revision with
/// another content is a mistake of its source that nobody here can resolve.
struct RequisitionBook {
    private var known: [RequisitionFact.Key: RequisitionFact] = [:]
    private var wantedSince: [Identifier: Timestamp] = [:]
    private var fresh: [RequisitionFact] = []

    static let figure = "requisition"

    init(_ facts: [RequisitionFact] = []) {
        for fact in facts { note(fact) }
    }

    private mutating func note(_ fact: RequisitionFact) {
        known[fact.key] = fact
        let before = wantedSince[fact.key.record] ?? fact.eventTime
        wantedSince[fact.key.record] = min(before, fact.eventTime)
    }

    /// Takes a revision in, or says why not.
    mutating func tell(_ fact: RequisitionFact, now: Timestamp, _ periods: inout PeriodBook) -> Verdict {
        if let same = known[fact.key] {
            return same.content == fact.content ? .repeated : .refused(.revisionConflict(fact.key.revision))
        }
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

    /// What a revision is to what is known.
    enum Verdict: Equatable {
        case fresh
        case repeated
        case refused(Refusal)
    }

    /// Writes what is new.
    func write(_ out: inout Decisions) {
        if fresh.isEmpty { return }
        out.write(RequisitionFact.write(fresh.sorted { $0.key < $1.key }))
    }
}

extension Refusal {
    static func revisionConflict(_ revision: Int64) -> Refusal {
        Refusal(
            code: "revision-conflict", path: "data.revision",
            message: "Revision \(revision) of this record is known with another content; send the change under a "
                + "higher revision.")
    }
}
