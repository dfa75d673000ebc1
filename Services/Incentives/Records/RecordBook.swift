import Contracts
import Messaging

/// The outside records that a batch brings, judged against what is known of them.
struct RecordBook: Sendable {
    private var revisions = RevisionBook()
    private(set) var fresh: [RecordFact] = []

    init(_ revisions: RevisionBook = RevisionBook()) {
        self.revisions = revisions
    }

    /// Judges a revision and takes it in when it is fresh and nothing speaks against it.
    mutating func take(
        _ payload: any InboundRecord, _ item: Item, _ context: DecisionContext
    ) -> RevisionBook.Verdict {
        let key = RecordKey(
            record: RecordFact.id(item.type, source: item.source, id: payload.id), revision: payload.revision)
        let content = RecordContent(payload)
        let verdict = revisions.verdict(key, content: content.fingerprint, contractor: item.contractor)
        guard verdict == .fresh else { return verdict }
        if let refusal = RecordCheck.refusal(of: payload, context.programmes) { return .refused(refusal) }
        revisions.note(key, content: content.fingerprint, contractor: item.contractor)
        fresh.append(
            RecordFact(
                key: key, type: item.type, source: item.source, recordID: payload.id, contractor: item.contractor,
                programme: RecordFact.programme(of: payload), eventTime: payload.eventTime, payload: payload,
                content: content))
        return .fresh
    }
}
