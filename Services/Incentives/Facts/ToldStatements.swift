import Contracts
import Database

/// The SQL of enrolments, tasks and exposures.
enum ToldStatements {
    /// Those of groups of contractors.
    static let load = Statement(
        """
        SELECT id, kind, contractor, programme, sequence, content
        FROM incentives_fact WHERE contractor = ANY (\(FactStatements.group))
        ORDER BY id
        """)

    /// Those that were told of, unless a later one is known.
    static let put = Statement(
        """
        INSERT INTO incentives_fact AS f (id, kind, contractor, programme, sequence, content)
        SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::int8[]), unnest($6::jsonb[])
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme, sequence = excluded.sequence,
            content = excluded.content
        WHERE f.sequence < excluded.sequence
        """)

    /// Every statement, for the test that prepares them.
    static let all = [load, put]

    /// The call that writes facts, sorted by id.
    static func write(_ facts: [ToldFact]) -> Call {
        Call(
            put,
            [
                .uuids(facts.map(\.id)), .texts(facts.map(\.kind.rawValue)), .uuids(facts.map(\.contractor)),
                .texts(facts.map(\.programme)), .int8s(facts.map(\.sequence)),
                .jsonbs(facts.map { StoredPayload.json($0.payload) }),
            ])
    }

    /// The facts of rows.
    static func facts(_ rows: Rows) throws -> [ToldFact] {
        try rows.map { row in
            let kind: ToldFact.Kind = try Words.read(row, 1)
            return ToldFact(
                id: try row.identifier(0), kind: kind, contractor: try row.identifier(2), programme: try row.text(3),
                sequence: try row.int64(4), payload: try StoredPayload.read(kind.type, try row.text(5)))
        }
    }
}
