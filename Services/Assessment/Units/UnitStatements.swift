import Contracts
import Database
import Messaging

/// The SQL of completed units.
enum UnitStatements {
    static let insert = Statement(
        """
        INSERT INTO assessment_unit_statement (record, revision, contractor, programme, pathway, unit, event_time)
        SELECT unnest($1::uuid[]), unnest($2::int8[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::timestamptz[])
        """)

    /// The statements of a contractor's whole group ($1), each record at its highest revision: one that no longer tells
    /// of a unit has none.
    static let standing = Statement(
        """
        SELECT u.record, u.revision, u.contractor, u.programme, u.pathway, u.unit, u.event_time
        FROM assessment_unit_statement u
        WHERE u.contractor = ANY (ARRAY(\(Groups.members)))
            AND NOT EXISTS (
                SELECT 1 FROM assessment_learning l WHERE l.record = u.record AND l.revision > u.revision)
        ORDER BY u.event_time, u.record
        """)

    static let all = [insert, standing]

    static func insert(_ statements: [UnitStatement]) -> Call {
        Call(
            insert,
            [
                .uuids(statements.map(\.key.record)), .int8s(statements.map(\.key.revision)),
                .uuids(statements.map(\.contractor)), .texts(statements.map(\.reference.programme)),
                .texts(statements.map(\.reference.pathway)), .texts(statements.map(\.reference.unit)),
                .timestamps(statements.map(\.eventTime)),
            ])
    }

    static func statements(_ rows: Rows) throws -> [UnitStatement] {
        try rows.map { row in
            UnitStatement(
                key: RecordKey(record: try row.identifier(0), revision: try row.int64(1)),
                contractor: try row.identifier(2),
                reference: UnitReference(
                    programme: try row.optionalText(3), pathway: try row.optionalText(4), unit: try row.text(5)),
                eventTime: try row.timestamp(6))
        }
    }
}
