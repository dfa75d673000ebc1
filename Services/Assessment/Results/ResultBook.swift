import Contracts
import Messaging

/// The results that a batch touches, by the contractor whom they were recorded about.
struct ResultBook: Sendable {
    private var revisions = RevisionBook()
    private var results: [Course: [ResultFact]] = [:]
    private var records: [Identifier: Record] = [:]
    private(set) var fresh: [NewResult] = []

    private struct Record {
        /// The highest revision known.
        var revision: Int64
        /// The offering of the revision that was kept first.
        let course: Course
        /// Those of others, where they are about others; hardly any.
        var others: Set<Course> = []
    }

    init(_ known: [ResultFact] = []) {
        for fact in known { keep(fact) }
    }

    /// Makes room for so many further results.
    mutating func expect(_ count: Int) {
        revisions.expect(count)
        results.reserveCapacity(results.count + count)
        records.reserveCapacity(records.count + count)
        fresh.reserveCapacity(count)
    }

    private mutating func keep(_ fact: ResultFact) {
        revisions.note(fact.key, content: fact.fingerprint, contractor: fact.contractor)
        results[fact.course, default: []].append(fact)
        guard var record = records[fact.key.record] else {
            records[fact.key.record] = Record(revision: fact.key.revision, course: fact.course)
            return
        }
        record.revision = max(record.revision, fact.key.revision)
        if fact.course != record.course { record.others.insert(fact.course) }
        records[fact.key.record] = record
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
        guard let record = records[record] else { return [] }
        return ([record.course] + record.others).filter { $0.contractor == contractor }
    }

    /// The results of some contractors in an offering, each at its highest revision, by what the world did first.
    ///
    /// A record whose highest revision is about another offering counts there, and here no longer.
    func standing(of members: [Identifier], programme: String, offering: String) -> [ResultFact] {
        facts(of: members, programme: programme, offering: offering)
            .filter { records[$0.key.record]?.revision == $0.key.revision }
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
