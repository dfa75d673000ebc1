import Contracts
import Database

/// An onboarding case as of its highest sequence.
struct CaseFact: Fact, Equatable {
    var id: Identifier
    var contractor: Identifier
    var engagement: Identifier
    var role: String
    var programme: String?
    var status: String
    var countedAt: Timestamp
    var dueAt: Timestamp?
    var clearedAt: Timestamp?
    var order: Int64

    static let figure = "onboarding-case"

    init(_ state: CaseState) {
        id = state.onboardingCase
        contractor = state.contractor
        engagement = state.engagement
        role = state.role
        programme = state.programme
        status = state.status.rawValue
        countedAt = state.openedAt
        dueAt = state.dueAt
        clearedAt = state.clearedAt
        order = state.sequence
    }

    static let load = Statement(
        """
        SELECT id, contractor, engagement, role, programme, status, opened_at, due_at, cleared_at, sequence
        FROM metrics_case WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE
        """)

    init(_ row: Row) throws {
        id = try row.identifier(0)
        contractor = try row.identifier(1)
        engagement = try row.identifier(2)
        role = try row.text(3)
        programme = try row.optionalText(4)
        status = try row.text(5)
        countedAt = try row.timestamp(6)
        dueAt = try row.optionalTimestamp(7)
        clearedAt = try row.optionalTimestamp(8)
        order = try row.int64(9)
    }

    static let insert = Statement(
        """
        INSERT INTO metrics_case
            (id, contractor, engagement, role, programme, status, opened_at, due_at, cleared_at, sequence)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::timestamptz[]), unnest($8::timestamptz[]),
            unnest($9::timestamptz[]), unnest($10::int8[])
        """)

    static let upsert = Statement(
        """
        \(insert.sql)
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, engagement = excluded.engagement, role = excluded.role,
            programme = excluded.programme, status = excluded.status, opened_at = excluded.opened_at,
            due_at = excluded.due_at, cleared_at = excluded.cleared_at, sequence = excluded.sequence
        """)

    static func parameters(_ facts: [CaseFact]) -> [Parameter] {
        [
            .uuids(facts.map(\.id)), .uuids(facts.map(\.contractor)), .uuids(facts.map(\.engagement)),
            .texts(facts.map(\.role)), .texts(facts.map(\.programme)), .texts(facts.map(\.status)),
            .timestamps(facts.map(\.countedAt)), .timestamps(facts.map(\.dueAt)),
            .timestamps(facts.map(\.clearedAt)), .int8s(facts.map(\.order)),
        ]
    }
}
