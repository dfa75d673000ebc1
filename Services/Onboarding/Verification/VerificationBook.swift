import Contracts
import Database
import Messaging

/// The outside checks that a batch touches.
struct VerificationBook: Sendable {
    private var revisions = RevisionBook()
    private(set) var byContractor: [Identifier: [VerificationFact]] = [:]
    private(set) var fresh: [VerificationFact] = []

    init(_ known: [VerificationFact] = []) {
        for fact in known {
            revisions.note(fact.key, content: fact.fingerprint, contractor: fact.contractor)
            byContractor[fact.contractor, default: []].append(fact)
        }
    }

    /// Judges a revision and takes it in when it is fresh.
    mutating func take(_ record: VerificationRecorded, _ item: Item, _ contractor: Identifier) -> RevisionBook.Verdict {
        let key = RecordKey(
            record: VerificationBook.id(source: item.source, id: record.id), revision: record.revision)
        let content = RecordContent(record)
        let verdict = revisions.verdict(key, content: content.fingerprint, contractor: contractor)
        guard verdict == .fresh else { return verdict }
        revisions.note(key, content: content.fingerprint, contractor: contractor)
        let fact = VerificationFact(
            key: key, contractor: contractor, source: item.source, recordID: record.id,
            engagement: record.engagement.map { Identifier.engagement(source: item.source, id: $0) },
            check: record.check, status: record.status, providerReference: record.providerReference,
            eventTime: record.eventTime, fingerprint: content.fingerprint)
        byContractor[contractor, default: []].append(fact)
        fresh.append(fact)
        return .fresh
    }

    /// Writes the facts.
    func finish(_ context: DecisionContext, _ out: inout Decisions) {
        if fresh.isEmpty { return }
        out.write(VerificationStatements.insert(fresh.sorted { $0.key < $1.key }, at: context.now))
    }

    /// The id of a check's order.
    static func id(source: String, id: String) -> Identifier {
        Identifier.derived("verification", source, id)
    }
}
