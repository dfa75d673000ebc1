import Contracts
import Database
import Messaging

/// The SQL of attempts: what was recorded about them, how they stand, and the terms in which they may renew.
enum AttemptStatements {
    /// All of contractors ($1), and the records ($2) that turn out to be about somebody else.
    ///
    /// One statement, so that what knows no attempts pays for one look alone.
    static let load = Statement(
        """
        SELECT 1::int8 AS part, record, revision, kind, contractor, source, attempt, content, body
        FROM assessment_attempt_record WHERE contractor = ANY ($1::uuid[])
        UNION ALL
        SELECT 1::int8, record, revision, kind, contractor, source, attempt, content, body
        FROM assessment_attempt_record
        WHERE record = ANY ($2::uuid[]) AND NOT contractor = ANY ($1::uuid[])
        UNION ALL
        SELECT 2::int8, id, 0::int8, '', contractor, '', id, id, body
        FROM assessment_attempt WHERE contractor = ANY ($1::uuid[])
        UNION ALL
        SELECT 3::int8, credential, renewal, '', contractor, '', credential, credential, body
        FROM assessment_credential_term WHERE contractor = ANY ($1::uuid[])
        ORDER BY 1, 2, 3
        """)

    static let insert = Statement(
        """
        INSERT INTO assessment_attempt_record
            (record, revision, kind, contractor, source, attempt, content, body, record_id, programme, offering,
             event_time, recorded_at)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::text[]), unnest($4::uuid[]),
            unnest($5::text[]), unnest($6::uuid[]), unnest($7::uuid[]), unnest($8::text[]), unnest($9::text[]),
            unnest($10::text[]), unnest($11::text[]), unnest($12::timestamptz[]), $13::timestamptz
        """)

    static let upsert = Statement(
        """
        INSERT INTO assessment_attempt
            (id, contractor, source, name, programme, programme_version, offering, is_renewal, started_at, refusal,
             verdict, score, rubric_version, counts, body, decided_at)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::int8[]), unnest($7::text[]), unnest($8::bool[]),
            unnest($9::timestamptz[]), unnest($10::text[]), unnest($11::text[]), unnest($12::int8[]),
            unnest($13::text[]), unnest($14::bool[]), unnest($15::text[]), $16::timestamptz
        ON CONFLICT (id) DO UPDATE SET
            programme = excluded.programme, programme_version = excluded.programme_version,
            offering = excluded.offering, is_renewal = excluded.is_renewal, started_at = excluded.started_at,
            refusal = excluded.refusal, verdict = excluded.verdict, score = excluded.score,
            rubric_version = excluded.rubric_version, counts = excluded.counts, body = excluded.body,
            decided_at = excluded.decided_at
        """)

    static let all = [load, insert, upsert]

    static func insert(_ fresh: [(fact: AttemptFact, recordID: String, body: String)], at now: Timestamp) -> Call {
        let facts = fresh.map(\.fact)
        return Call(
            insert,
            [
                .uuids(facts.map(\.key.record)), .int8s(facts.map(\.key.revision)), .texts(facts.map(\.kind)),
                .uuids(facts.map(\.contractor)), .texts(facts.map(\.source)), .uuids(facts.map(\.attempt)),
                .uuids(facts.map(\.fingerprint)), .texts(fresh.map(\.body)), .texts(fresh.map(\.recordID)),
                .texts(facts.map(\.course.programme)), .texts(facts.map(\.course.offering)),
                .timestamps(facts.map(\.eventTime)), .timestamptz(now),
            ])
    }

    static func upsert(_ states: [AttemptState], at now: Timestamp) -> Call {
        Call(
            upsert,
            [
                .uuids(states.map(\.attempt)), .uuids(states.map(\.contractor)), .texts(states.map(\.source)),
                .texts(states.map(\.name)), .texts(states.map(\.programme)), .int8s(states.map(\.programmeVersion)),
                .texts(states.map(\.offering)), .bools(states.map(\.isRenewal)),
                .timestamps(states.map(\.startedAt)), .texts(states.map(\.refusal?.rawValue)),
                .texts(states.map(\.verdict?.rawValue)), .decimal6s(states.map(\.score)),
                .texts(states.map(\.rubricVersion)), .bools(states.map(\.counts)),
                .texts(states.map { String(decoding: $0.encoded(), as: UTF8.self) }), .timestamptz(now),
            ])
    }

    /// The books of what was loaded.
    static func books(_ rows: Rows) throws -> AttemptBook {
        var facts: [AttemptFact] = []
        var states: [AttemptState] = []
        var terms: [CredentialTerm] = []
        for row in rows {
            let body = Array(try row.text(8).utf8)
            switch try row.int64(0) {
            case 1: facts.append(try fact(row, body))
            case 2: states.append(try decode(body))
            default: terms.append(CredentialTerm(try decode(body)))
            }
        }
        return AttemptBook(facts: AttemptFactBook(facts), states: states, terms: TermBook(terms))
    }

    private static func fact(_ row: Row, _ body: [UInt8]) throws -> AttemptFact {
        let isReview = try row.text(3) == AttemptFact.review
        return AttemptFact(
            key: RecordKey(record: try row.identifier(1), revision: try row.int64(2)),
            contractor: try row.identifier(4), source: try row.text(5), attempt: try row.identifier(6),
            content: isReview ? .review(try decode(body)) : .act(try decode(body)), fingerprint: try row.identifier(7))
    }

    /// What a message may hold, and what is drawn and scored beside it.
    private static let limits = EnvelopeLimits(bytes: 16 * EnvelopeLimits.standard.bytes)

    /// A body that this service wrote.
    static func decode<Body: Payload>(_ bytes: [UInt8]) throws -> Body {
        switch Body.decode(bytes, limits: limits) {
        case .success(let body): return body
        case .failure(let problems):
            let places = problems.problems.map { "\($0.path): \($0.message)" }.joined(separator: "; ")
            throw DatabaseError(.decoding, "a stored \(Body.self) does not read: \(places)")
        }
    }
}

extension AttemptFact {
    static let review = "review"

    /// The word of the table for what happened.
    var kind: String {
        switch content {
        case .act: "act"
        case .review: AttemptFact.review
        }
    }
}
