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
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::int8[]), unnest($6::text[]), unnest($7::text[]), unnest($8::text[]),
            unnest($9::timestamptz[]), unnest($10::timestamptz[]), unnest($11::timestamptz[]),
            unnest($12::timestamptz[]), unnest($13::timestamptz[])
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
