import Contracts
import Messaging

/// The results that a batch touches, by the contractor whom they were recorded about.
struct ResultBook: Sendable {
    private var revisions = RevisionBook()
    private var results: [Course: [ResultFact]] = [:]
    private var highest: [Identifier: Int64] = [:]
    private(set) var fresh: [NewResult] = []

    init(_ known: [ResultFact] = []) {
        for fact in known { keep(fact) }
    }

    private mutating func keep(_ fact: ResultFact) {
        revisions.note(fact.key, content: fact.fingerprint, contractor: fact.contractor)
        results[fact.course, default: []].append(fact)
        highest[fact.key.record] = max(highest[fact.key.record] ?? 0, fact.key.revision)
    }

    /// Every revision known.
    var facts: [ResultFact] {
        results.values.flatMap { $0 }
    }

    /// What a revision is to what is known.
    func verdict(_ key: RecordKey, _ content: RecordContent, _ contractor: Identifier) -> RevisionBook.Verdict {
        revisions.verdict(key, content: content.fingerprint, contractor: contractor)
    }

    /// Takes in a fresh result.
    mutating func take(_ result: NewResult) {
        keep(result.fact)
        fresh.append(result)
    }

    /// The offerings of which a revision of a record is known: a corrected one may have left them.
    func courses(of record: Identifier, _ contractor: Identifier) -> [Course] {
        results.compactMap { course, facts in
            course.contractor == contractor && facts.contains { $0.key.record == record } ? course : nil
        }
    }

    /// The results of some contractors in an offering, each at its highest revision, by what the world did first.
    ///
    /// A record whose highest revision is about another offering counts there, and here no longer.
    func standing(of members: [Identifier], programme: String, offering: String) -> [ResultFact] {
        facts(of: members, programme: programme, offering: offering)
            .filter { highest[$0.key.record] == $0.key.revision }
            .sorted { ($0.eventTime, $0.key.record) < ($1.eventTime, $1.key.record) }
    }

    /// The earliest event time of any revision of a result of some contractors in an offering.
    ///
    /// Superseded revisions count too: what was announced as a start is never taken back.
    func startedAt(of members: [Identifier], programme: String, offering: String) -> Timestamp? {
        facts(of: members, programme: programme, offering: offering).map(\.eventTime).min()
    }

    private func facts(of members: [Identifier], programme: String, offering: String) -> [ResultFact] {
        members.flatMap { results[Course(contractor: $0, programme: programme, offering: offering)] ?? [] }
    }

    /// The offerings of which any results of a contractor are known.
    func courses(of contractors: Set<Identifier>) -> [Course] {
        results.keys.filter { contractors.contains($0.contractor) }
    }

    /// The id of a result's record.
    static func id(source: String, id: String) -> Identifier {
        Identifier.derived("assessment-result", source, id)
    }
}
