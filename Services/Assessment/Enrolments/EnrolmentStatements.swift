import Contracts
import Database
import Messaging

/// The SQL of enrolments.
enum EnrolmentStatements {
    /// The enrolments of contractors.
    static let load = Statement(
        """
        SELECT id, contractor, programme, programme_version, pathway, offering, status, opted_in_at, sequence,
            started_at, withdrawn_at
        FROM assessment_enrolment WHERE contractor = ANY ($1::uuid[])
        ORDER BY id
        """)

    /// Writes enrolments that were not found before.
    static let upsert = Statement(
        """
        INSERT INTO assessment_enrolment
            (id, contractor, programme, programme_version, pathway, offering, status, opted_in_at, sequence, started_at,
             withdrawn_at)
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::text[]), unnest($8::timestamptz[]),
            unnest($9::int8[]), unnest($10::timestamptz[]), unnest($11::timestamptz[])
        ON CONFLICT (id) DO UPDATE SET
            programme_version = excluded.programme_version, pathway = excluded.pathway, status = excluded.status,
            opted_in_at = excluded.opted_in_at, sequence = excluded.sequence, started_at = excluded.started_at,
            withdrawn_at = excluded.withdrawn_at
        """)

    /// Writes enrolments that were found, as they stand: a tuple lock and a log record less a row than ``upsert``.
    static let update = Statement(
        """
        UPDATE assessment_enrolment e SET
            programme_version = v.programme_version, pathway = v.pathway, status = v.status,
            opted_in_at = v.opted_in_at, sequence = v.sequence, started_at = v.started_at,
            withdrawn_at = v.withdrawn_at
        FROM (
            SELECT unnest($1::uuid[]) AS id, unnest($2::int8[]) AS programme_version, unnest($3::text[]) AS pathway,
                unnest($4::text[]) AS status, unnest($5::timestamptz[]) AS opted_in_at,
                unnest($6::int8[]) AS sequence, unnest($7::timestamptz[]) AS started_at,
                unnest($8::timestamptz[]) AS withdrawn_at) v
        WHERE e.id = v.id
        """)

    static let all = [load, upsert, update]

    static func upsert(_ rows: [EnrolmentRow]) -> Call {
        Call(
            upsert,
            [
                .uuids(rows.map(\.id)), .uuids(rows.map(\.state.contractor)), .texts(rows.map(\.state.programme)),
                .int8s(rows.map(\.state.programmeVersion)), .texts(rows.map(\.state.pathway)),
                .texts(rows.map(\.state.offering)), .texts(rows.map(\.state.status.rawValue)),
                .timestamps(rows.map(\.state.optedInAt)), .int8s(rows.map(\.state.sequence)),
                .timestamps(rows.map(\.startedAt)), .timestamps(rows.map(\.state.withdrawnAt)),
            ])
    }

    static func update(_ rows: [EnrolmentRow]) -> Call {
        Call(
            update,
            [
                .uuids(rows.map(\.id)), .int8s(rows.map(\.state.programmeVersion)), .texts(rows.map(\.state.pathway)),
                .texts(rows.map(\.state.status.rawValue)), .timestamps(rows.map(\.state.optedInAt)),
                .int8s(rows.map(\.state.sequence)), .timestamps(rows.map(\.startedAt)),
                .timestamps(rows.map(\.state.withdrawnAt)),
            ])
    }

    static func enrolments(_ rows: Rows) throws -> [EnrolmentRow] {
        try rows.map { row in
            EnrolmentRow(
                EnrolmentState(
                    enrolment: try row.identifier(0), contractor: try row.identifier(1), programme: try row.text(2),
                    programmeVersion: try row.int64(3), pathway: try row.text(4), offering: try row.text(5),
                    status: try row.word(6), optedInAt: try row.timestamp(7), sequence: try row.int64(8),
                    withdrawnAt: try row.optionalTimestamp(10)),
                startedAt: try row.optionalTimestamp(9))
        }
    }
}
