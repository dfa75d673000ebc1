import Contracts
import Database

/// The SQL of what was announced.
enum AnnouncementStatements {
    /// What was announced to groups of contractors.
    static let load = Statement(
        """
        SELECT id, kind, contractor, programme, sequence, state
        FROM incentives_reward WHERE contractor = ANY (\(FactStatements.group))
        ORDER BY id
        """)

    /// What is announced.
    static let put = Statement(
        """
        INSERT INTO incentives_reward AS r (id, kind, contractor, programme, sequence, state)
        SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::int8[]), unnest($6::jsonb[])
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, programme = excluded.programme, sequence = excluded.sequence,
            state = excluded.state
        WHERE r.sequence < excluded.sequence
        """)

    /// Every statement, for the test that prepares them.
    static let all = [load, put]

    /// The call that writes announcements, sorted by id.
    static func write(_ announcements: [Announcement]) -> Call {
        Call(
            put,
            [
                .uuids(announcements.map(\.id)), .texts(announcements.map(\.kind.rawValue)),
                .uuids(announcements.map(\.contractor)), .texts(announcements.map(\.programme)),
                .int8s(announcements.map(\.sequence)), .jsonbs(announcements.map { StoredPayload.json($0.state) }),
            ])
    }

    /// The announcements of rows.
    static func announcements(_ rows: Rows) throws -> [Announcement] {
        try rows.map { row in
            let kind: Announcement.Kind = try Words.read(row, 1)
            guard let state = try StoredPayload.read(kind.type, try row.text(5)) as? any Announced else {
                throw UnknownWord(word: kind.rawValue)
            }
            return Announcement(
                id: try row.identifier(0), kind: kind, contractor: try row.identifier(2), programme: try row.text(3),
                sequence: try row.int64(4), state: state)
        }
    }
}
