import Contracts
import Database

/// The SQL of credential terms; they are loaded with the attempts, see ``AttemptStatements/load``.
enum TermStatements {
    static let upsert = Statement(
        """
        INSERT INTO assessment_credential_term
            (credential, renewal, contractor, programme, offering, status, valid_until, sequence, body, recorded_at)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::timestamptz[]), unnest($8::int8[]),
            unnest($9::text[]), $10::timestamptz
        ON CONFLICT (credential, renewal) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme, offering = excluded.offering,
            status = excluded.status, valid_until = excluded.valid_until, sequence = excluded.sequence,
            body = excluded.body
        """)

    static let all = [upsert]

    static func upsert(_ states: [CredentialState], at now: Timestamp) -> Call {
        Call(
            upsert,
            [
                .uuids(states.map(\.credential)), .int8s(states.map { $0.renewals ?? 0 }),
                .uuids(states.map(\.contractor)), .texts(states.map(\.programme)), .texts(states.map(\.offering)),
                .texts(states.map(\.status.rawValue)), .timestamps(states.map(\.validUntil)),
                .int8s(states.map(\.sequence)), .texts(states.map { String(decoding: $0.encoded(), as: UTF8.self) }),
                .timestamptz(now),
            ])
    }
}
