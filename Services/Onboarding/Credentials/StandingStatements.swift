import Contracts
import Database
import Messaging

/// The SQL of credentials' states.
enum StandingStatements {
    static let columns = """
        credential, sequence, contractor, programme, programme_version, pathway, offering, status, awarded_at,
        valid_from, valid_until, suspended_until, noted_at
        """

    static let insert = Statement(
        """
        INSERT INTO onboarding_credential (\(columns))
        SELECT * FROM unnest(
            $1::uuid[], $2::int8[], $3::uuid[], $4::text[], $5::int8[], $6::text[], $7::text[], $8::text[],
            $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[], $13::timestamptz[])
        ON CONFLICT DO NOTHING
        """)

    static let all = [insert]

    static func insert(_ facts: [ToldCredential]) -> Call {
        Call(
            insert,
            [
                .uuids(facts.map(\.credential)), .int8s(facts.map(\.sequence)), .uuids(facts.map(\.contractor)),
                .texts(facts.map(\.programme)), .int8s(facts.map(\.programmeVersion)), .texts(facts.map(\.pathway)),
                .texts(facts.map(\.offering)), .texts(facts.map(\.status.rawValue)),
                .timestamps(facts.map(\.awardedAt)), .timestamps(facts.map(\.validFrom)),
                .timestamps(facts.map(\.validUntil)), .timestamps(facts.map(\.suspendedUntil)),
                .timestamps(facts.map(\.notedAt)),
            ])
    }

    static func facts(_ rows: Rows) throws -> [ToldCredential] {
        try rows.map { row in
            ToldCredential(
                CredentialState(
                    credential: try row.identifier(0), contractor: try row.identifier(2), programme: try row.text(3),
                    programmeVersion: try row.int64(4), pathway: try row.text(5), offering: try row.text(6),
                    achievement: "", status: try row.word(7), awardedAt: try row.timestamp(8),
                    validFrom: try row.timestamp(9), validUntil: try row.timestamp(10), sequence: try row.int64(1),
                    suspendedUntil: try row.optionalTimestamp(11)),
                at: try row.timestamp(12))
        }
    }
}
