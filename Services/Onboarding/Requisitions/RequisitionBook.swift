import Contracts
import Database
import Messaging

/// The requisitions that a batch brings: facts about nobody.
struct RequisitionBook: Sendable {
    /// A revision of a requisition.
    struct Fact: Sendable {
        let key: RecordKey
        let source: String
        let record: RequisitionRecorded
        let fingerprint: Identifier
    }

    private(set) var revisions: RevisionBook
    private var facts: [Fact] = []

    init(revisions: RevisionBook = RevisionBook()) {
        self.revisions = revisions
    }

    /// Judges a revision and takes it in when it is fresh.
    mutating func take(_ record: RequisitionRecorded, _ item: Item) -> RevisionBook.Verdict {
        let key = RecordKey(record: RequisitionBook.id(source: item.source, id: record.id), revision: record.revision)
        let content = RecordContent(record)
        let verdict = revisions.verdict(key, content: content.fingerprint, contractor: nil)
        if verdict == .fresh {
            revisions.note(key, content: content.fingerprint, contractor: nil)
            facts.append(Fact(key: key, source: item.source, record: record, fingerprint: content.fingerprint))
        }
        return verdict
    }

    /// Writes the facts.
    func finish(_ context: DecisionContext, _ out: inout Decisions) {
        if facts.isEmpty { return }
        out.write(RequisitionStatements.insert(facts.sorted { $0.key < $1.key }, at: context.now))
    }

    /// The id of a requisition.
    static func id(source: String, id: String) -> Identifier {
        Identifier.derived("requisition", source, id)
    }
}
