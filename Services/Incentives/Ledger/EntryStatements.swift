import Contracts
import Database

/// The SQL of entries.
enum EntryStatements {
    /// Entries of groups of contractors.
    static let load = Statement(
        """
        SELECT id, kind, contractor, debit_account, credit_account, amount, currency, value_at, open, sequence
        FROM incentives_entry WHERE contractor = ANY (\(FactStatements.group))
        ORDER BY id
        """)

    /// Entries that changed.
    static let put = Statement(
        """
        INSERT INTO incentives_entry AS e (
            id, kind, contractor, debit_account, credit_account, amount, currency, value_at, open, sequence)
        SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::int8[]), unnest($7::text[]), unnest($8::timestamptz[]),
            unnest($9::bool[]), unnest($10::int8[])
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, debit_account = excluded.debit_account,
            credit_account = excluded.credit_account, amount = excluded.amount, currency = excluded.currency,
            value_at = excluded.value_at, open = excluded.open, sequence = excluded.sequence
        WHERE e.sequence < excluded.sequence
        """)

    /// Every statement, for the test that prepares them.
    static let all = [load, put]

    /// The call that writes entries, sorted by id.
    static func write(_ held: [HeldEntry]) -> Call {
        let entries = held.map(\.entry)
        return Call(
            put,
            [
                .uuids(entries.map(\.id)), .texts(entries.map(\.kind.rawValue)), .uuids(entries.map(\.contractor)),
                .texts(entries.map(\.debit)), .texts(entries.map(\.credit)),
                .int8s(entries.map(\.amount.minorUnits)), .texts(entries.map(\.amount.currency)),
                .timestamps(entries.map(\.valueAt)), .bools(held.map(\.isOpen)), .int8s(held.map(\.sequence)),
            ])
    }

    /// The entries of rows.
    static func entries(_ rows: Rows) throws -> [HeldEntry] {
        try rows.map { row in
            HeldEntry(
                entry: Entry(
                    id: try row.identifier(0), kind: try Words.read(row, 1), contractor: try row.identifier(2),
                    debit: try row.text(3), credit: try row.text(4),
                    amount: Money(minorUnits: try row.int64(5), currency: try row.text(6)),
                    valueAt: try row.timestamp(7)),
                isOpen: try row.bool(8), sequence: try row.int64(9))
        }
    }
}
