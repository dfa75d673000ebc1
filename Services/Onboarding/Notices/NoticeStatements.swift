import Contracts
import Database
import Messaging

/// The SQL of notices and of series of reminders.
enum NoticeStatements {
    static let columns = """
        id, series, contractor, kind, number, programme, programme_version, enrolment, case_id, channel, language,
        text_id, text_version, statement, due_at, issued_at
        """

    static let seriesColumns = "id, contractor, kind, started_at, next_number, next_due"

    static let insert = Statement(
        """
        INSERT INTO onboarding_notice (\(columns))
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::int8[]), unnest($6::text[]), unnest($7::int8[]), unnest($8::uuid[]), unnest($9::uuid[]),
            unnest($10::text[]), unnest($11::text[]), unnest($12::text[]), unnest($13::text[]),
            unnest($14::text[]), unnest($15::timestamptz[]), unnest($16::timestamptz[])
        """)

    static let upsertSeries = Statement(
        """
        INSERT INTO onboarding_series (\(seriesColumns))
        SELECT unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::timestamptz[]),
            unnest($5::int8[]), unnest($6::timestamptz[])
        ON CONFLICT (id) DO UPDATE SET
            started_at = excluded.started_at, next_number = excluded.next_number, next_due = excluded.next_due
        """)

    static let all = [insert, upsertSeries]

    static func insert(_ rows: [Notice]) -> Call {
        Call(
            insert,
            [
                .uuids(rows.map(\.id)), .uuids(rows.map(\.series)), .uuids(rows.map(\.contractor)),
                .texts(rows.map(\.kind.rawValue)), .int8s(rows.map(\.number)), .texts(rows.map(\.programme)),
                .int8s(rows.map(\.programmeVersion)), .uuids(rows.map(\.enrolment)), .uuids(rows.map(\.caseID)),
                .texts(rows.map { $0.channel?.rawValue }), .texts(rows.map(\.language)), .texts(rows.map(\.text)),
                .texts(rows.map(\.textVersion)), .texts(rows.map(\.statement)), .timestamps(rows.map(\.dueAt)),
                .timestamps(rows.map(\.issuedAt)),
            ])
    }

    static func upsert(_ rows: [ReminderSeries]) -> Call {
        Call(
            upsertSeries,
            [
                .uuids(rows.map(\.id)), .uuids(rows.map(\.contractor)), .texts(rows.map(\.kind.rawValue)),
                .timestamps(rows.map(\.startedAt)), .int8s(rows.map(\.nextNumber)), .timestamps(rows.map(\.nextDue)),
            ])
    }

    static func notices(_ rows: Rows) throws -> [Notice] {
        try rows.map { row in
            Notice(
                id: try row.identifier(0), series: try row.identifier(1), contractor: try row.identifier(2),
                kind: try row.word(3), number: try row.int64(4), programme: try row.text(5),
                programmeVersion: try row.int64(6), enrolment: try row.optionalIdentifier(7),
                caseID: try row.optionalIdentifier(8), channel: try row.optionalText(9).flatMap(NoticeChannel.init),
                language: try row.text(10), text: try row.text(11), textVersion: try row.text(12),
                statement: try row.optionalText(13), dueAt: try row.timestamp(14), issuedAt: try row.timestamp(15))
        }
    }

    static func series(_ rows: Rows) throws -> [ReminderSeries] {
        try rows.map { row in
            let kind = try row.text(2)
            guard let kind = ReminderSeries.Kind(rawValue: kind) else {
                throw DatabaseError(.decoding, "\(kind) is no kind of series")
            }
            return ReminderSeries(
                id: try row.identifier(0), contractor: try row.identifier(1), kind: kind,
                startedAt: try row.timestamp(3), nextNumber: try row.int64(4), nextDue: try row.optionalTimestamp(5))
        }
    }
}
