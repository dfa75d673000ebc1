import Contracts
import Database
import Messaging

/// The further records that a batch brings: judged by what is known of them, and written down.
struct RecordLog: Sendable {
    private(set) var revisions: RevisionBook
    private(set) var fresh: [RecordedFact] = []

    init(revisions: RevisionBook = RevisionBook()) {
        self.revisions = revisions
    }

    /// Judges a revision and takes it in when it is fresh and nothing else speaks against it.
    mutating func take(_ fact: RecordedFact, _ refusal: () -> Refusal? = { nil }) -> RevisionBook.Verdict {
        let verdict = revisions.verdict(fact.key, content: fact.content.fingerprint, contractor: fact.contractor)
        guard verdict == .fresh else { return verdict }
        if let refusal = refusal() { return .refused(refusal) }
        revisions.note(fact.key, content: fact.content.fingerprint, contractor: fact.contractor)
        fresh.append(fact)
        return .fresh
    }

    /// Writes the facts.
    func finish(_ context: DecisionContext, _ out: inout Decisions) {
        if fresh.isEmpty { return }
        out.write(RecordStatements.insert(fresh.sorted { $0.key < $1.key }, at: context.now))
    }
}
