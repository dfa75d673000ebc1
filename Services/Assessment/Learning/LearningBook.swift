import Contracts
import Database
import Messaging
import Programmes

/// The learning statements that a batch brings: facts, kept as they came.
struct LearningBook: Sendable {
    /// A revision of a statement.
    struct Fact: Sendable {
        let key: RecordKey
        let contractor: Identifier
        let source: String
        let record: LearningRecorded
        let fingerprint: Identifier
    }

    private(set) var revisions: RevisionBook
    private var facts: [Fact] = []
    private(set) var units: [UnitStatement] = []

    init(revisions: RevisionBook = RevisionBook()) {
        self.revisions = revisions
    }

    /// Judges a revision and takes it in when it is fresh.
    mutating func take(
        _ record: LearningRecorded, _ item: Item, _ contractor: Identifier, _ programmes: ProgrammeCatalogue
    ) -> RevisionBook.Verdict {
        let key = RecordKey(record: LearningBook.id(source: item.source, id: record.id), revision: record.revision)
        let content = RecordContent(record)
        let verdict = revisions.verdict(key, content: content.fingerprint, contractor: contractor)
        guard verdict == .fresh else { return verdict }
        revisions.note(key, content: content.fingerprint, contractor: contractor)
        facts.append(
            Fact(
                key: key, contractor: contractor, source: item.source, record: record,
                fingerprint: content.fingerprint))
        if let unit = UnitReference.find(record, programmes) {
            units.append(
                UnitStatement(key: key, contractor: contractor, reference: unit, eventTime: record.eventTime))
        }
        return .fresh
    }

    /// Writes the facts.
    func finish(_ context: DecisionContext, _ out: inout Decisions) {
        if facts.isEmpty { return }
        out.write(LearningStatements.insert(facts.sorted { $0.key < $1.key }, at: context.now))
        if !units.isEmpty { out.write(UnitStatements.insert(units.sorted { $0.key < $1.key })) }
    }

    /// The id of a statement's record.
    static func id(source: String, id: String) -> Identifier {
        Identifier.derived("learning", source, id)
    }
}
