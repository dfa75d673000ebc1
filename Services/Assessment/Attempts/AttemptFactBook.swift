import Contracts
import Messaging

/// The acts and reviews that a batch touches, by the offering and contractor that they were recorded about.
struct AttemptFactBook: Sendable {
    private var revisions = RevisionBook()
    private var byCourse: [Course: [AttemptFact]] = [:]
    private var highest: [Identifier: Int64] = [:]
    private var fresh: [(fact: AttemptFact, recordID: String, body: String)] = []

    init(_ known: [AttemptFact] = []) {
        for fact in known { keep(fact) }
    }

    private mutating func keep(_ fact: AttemptFact) {
        revisions.note(fact.key, content: fact.fingerprint, contractor: fact.contractor)
        byCourse[fact.course, default: []].append(fact)
        highest[fact.key.record] = max(highest[fact.key.record] ?? 0, fact.key.revision)
    }

    /// Every revision known.
    var facts: [AttemptFact] {
        byCourse.values.flatMap { $0 }
    }

    /// What a revision is to what is known.
    func verdict(_ key: RecordKey, _ content: RecordContent, _ contractor: Identifier) -> RevisionBook.Verdict {
        revisions.verdict(key, content: content.fingerprint, contractor: contractor)
    }

    /// Takes in a fresh fact.
    mutating func take(_ fact: AttemptFact, recordID: String, body: String) {
        keep(fact)
        fresh.append((fact, recordID, body))
    }

    /// The offerings of which a revision of a record is known: a corrected one may have left them.
    func courses(of record: Identifier, _ contractor: Identifier) -> [Course] {
        guard highest[record] != nil else { return [] }
        return byCourse.compactMap { course, facts in
            course.contractor == contractor && facts.contains { $0.key.record == record } ? course : nil
        }
    }

    /// The offerings of which any facts of some contractors are known.
    func courses(of contractors: Set<Identifier>) -> [Course] {
        byCourse.keys.filter { contractors.contains($0.contractor) }
    }

    /// The facts of some contractors in an offering, each at its highest revision, by what the world did first.
    func standing(of members: [Identifier], programme: String, offering: String) -> [AttemptFact] {
        facts(of: members, programme: programme, offering: offering)
            .filter { highest[$0.key.record] == $0.key.revision }
            .sorted(by: AttemptFact.isEarlier)
    }

    /// The earliest event time of any revision of an act in an offering: what was announced as a start is never taken
    /// back.
    func startedAt(of members: [Identifier], programme: String, offering: String) -> Timestamp? {
        facts(of: members, programme: programme, offering: offering)
            .compactMap { fact in
                guard case .act(let act) = fact.content, !act.isRenewal else { return nil }
                return act.eventTime
            }
            .min()
    }

    private func facts(of members: [Identifier], programme: String, offering: String) -> [AttemptFact] {
        members.flatMap { byCourse[Course(contractor: $0, programme: programme, offering: offering)] ?? [] }
    }

    /// Writes what is fresh.
    func finish(_ context: DecisionContext, _ out: inout Decisions) {
        if fresh.isEmpty { return }
        out.write(AttemptStatements.insert(fresh.sorted { $0.fact.key < $1.fact.key }, at: context.now))
    }
}
