import Contracts
import Messaging
import Programmes

/// A revision of a consent: something given or withdrawn, with what the worker was shown.
struct ConsentFact: Hashable, Sendable {
    let key: RecordKey
    let contractor: Identifier
    let source: String
    let recordID: String
    let decision: ConsentDecision
    let purpose: String
    let textVersion: String
    let basis: ConsentBasis
    let channel: String?
    let language: String?
    let programme: String?
    let pathway: String?
    let offering: String?
    let engagement: Identifier?
    let eventTime: Timestamp
    let fingerprint: Identifier

    /// The purpose that opts into a programme.
    static let participation = "participation"
    /// The purposes without which nobody is enrolled (ONB-09).
    static let terms = WorkerText.terms
    static let independentStatus = WorkerText.independentStatus
    /// The purpose whose withdrawal stops whatever Guildhall does with somebody's data.
    static let processing = "processing"

    /// The place in an offering that this consent is about, if it is about one.
    var place: EnrolmentPlace? {
        guard purpose == ConsentFact.participation, let programme, let offering else { return nil }
        return EnrolmentPlace(contractor: contractor, programme: programme, offering: offering)
    }

    /// What stood when, of any number of records, in the order of the world.
    ///
    /// Of each record the highest revision counts. Where that withdraws what an earlier one gave, both do: a source may
    /// keep one record of a consent that it changes once the worker withdraws, and its event time is then the moment.
    /// One that is no later than what was given corrects it: it never stood.
    static func history(of facts: some Sequence<ConsentFact>) -> [ConsentFact] {
        var history: [ConsentFact] = []
        for revisions in Dictionary(grouping: facts, by: \.key.record).values {
            guard let last = revisions.max(by: { $0.key.revision < $1.key.revision }) else { continue }
            history.append(last)
            guard last.decision == .withdrawn else { continue }
            let given = revisions.filter { $0.decision == .given && $0.isAboutTheSame(as: last) }
                .max { $0.key.revision < $1.key.revision }
            if let given, given.eventTime < last.eventTime { history.append(given) }
        }
        return history.sorted(by: precedes)
    }

    private func isAboutTheSame(as other: ConsentFact) -> Bool {
        purpose == other.purpose && programme == other.programme && offering == other.offering
    }

    /// By what the world did first; the later revision and then the greater record among equals.
    static func precedes(_ left: ConsentFact, _ right: ConsentFact) -> Bool {
        if left.eventTime != right.eventTime { return left.eventTime < right.eventTime }
        if left.key.revision != right.key.revision { return left.key.revision < right.key.revision }
        return left.key.record < right.key.record
    }
}
