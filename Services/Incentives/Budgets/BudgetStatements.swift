import Contracts
import Database

/// The SQL of budget lines and of what is given out of them.
enum BudgetStatements {
    /// The programmes that groups of contractors have to do with.
    private static let programmes = """
        ARRAY(
            SELECT programme FROM incentives_credential WHERE contractor = ANY (\(FactStatements.group))
            UNION SELECT programme FROM incentives_fact WHERE contractor = ANY (\(FactStatements.group))
            UNION SELECT programme FROM incentives_record
                WHERE contractor = ANY (\(FactStatements.group)) AND programme IS NOT NULL)
        """

    /// Their lines, locked after the contractors, in order of key.
    static let lock = Statement(
        """
        SELECT programme, line, quarter, currency, amount, reserved, committed
        FROM incentives_budget WHERE programme = ANY (\(programmes))
        ORDER BY programme, line, quarter, currency
        FOR UPDATE
        """)

    private static let columns = """
        id, kind, contractor, programme, line, quarter, amount, currency, status, held, committed, moment, queued_at,
        served_at
        """

    /// What groups were given, and all that waits in their programmes' lines.
    static let load = Statement(
        """
        SELECT \(columns), contractor = ANY (\(FactStatements.group)) AS own FROM incentives_allocation
        WHERE contractor = ANY (\(FactStatements.group))
            OR (status = 'queued' AND programme = ANY (\(programmes)))
        ORDER BY id
        """)

    /// Lines that nobody has made yet.
    static let makeBudgets = Statement(
        """
        INSERT INTO incentives_budget (programme, line, quarter, currency, amount, reserved, committed)
        SELECT unnest($1::text[]), unnest($2::text[]), unnest($3::text[]), unnest($4::text[]),
            unnest($5::int8[]), 0, 0
        ON CONFLICT DO NOTHING
        """)

    /// Lines that changed; they are locked.
    static let putBudgets = Statement(
        """
        UPDATE incentives_budget b SET amount = v.amount, reserved = v.reserved, committed = v.committed
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int8[], $6::int8[], $7::int8[])
            v (programme, line, quarter, currency, amount, reserved, committed)
        WHERE (b.programme, b.line, b.quarter, b.currency) = (v.programme, v.line, v.quarter, v.currency)
        """)

    /// Allocations that changed.
    static let putAllocations = Statement(
        """
        INSERT INTO incentives_allocation (\(columns))
        SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::uuid[]), unnest($4::text[]),
            unnest($5::text[]), unnest($6::text[]), unnest($7::int8[]), unnest($8::text[]), unnest($9::text[]),
            unnest($10::int8[]), unnest($11::int8[]), unnest($12::timestamptz[]), unnest($13::timestamptz[]),
            unnest($14::timestamptz[])
        ON CONFLICT (id) DO UPDATE SET
            contractor = excluded.contractor, quarter = excluded.quarter, amount = excluded.amount,
            currency = excluded.currency, status = excluded.status, held = excluded.held,
            committed = excluded.committed, moment = excluded.moment, queued_at = excluded.queued_at,
            served_at = excluded.served_at
        """)

    /// Every statement, for the test that prepares them.
    static let all = [lock, load, makeBudgets, putBudgets, putAllocations]

    /// The call that makes lines, sorted by key.
    static func make(_ budgets: [Budget]) -> Call {
        Call(makeBudgets, keys(budgets) + [.int8s(budgets.map(\.amount))])
    }

    /// The call that writes lines, sorted by key.
    static func write(_ budgets: [Budget]) -> Call {
        Call(
            putBudgets,
            keys(budgets) + [
                .int8s(budgets.map(\.amount)), .int8s(budgets.map(\.reserved)), .int8s(budgets.map(\.committed)),
            ])
    }

    private static func keys(_ budgets: [Budget]) -> [Parameter] {
        [
            .texts(budgets.map(\.key.programme)), .texts(budgets.map(\.key.line)), .texts(budgets.map(\.key.quarter)),
            .texts(budgets.map(\.key.currency)),
        ]
    }

    /// The call that writes allocations, sorted by id.
    static func write(_ allocations: [Allocation]) -> Call {
        Call(
            putAllocations,
            [
                .uuids(allocations.map(\.id)), .texts(allocations.map(\.kind.rawValue)),
                .uuids(allocations.map(\.contractor)), .texts(allocations.map(\.programme)),
                .texts(allocations.map(\.line)), .texts(allocations.map(\.quarter)),
                .int8s(allocations.map(\.amount.minorUnits)), .texts(allocations.map(\.amount.currency)),
                .texts(allocations.map(\.status.rawValue)), .int8s(allocations.map(\.share.held)),
                .int8s(allocations.map(\.share.committed)), .timestamps(allocations.map(\.moment)),
                .timestamps(allocations.map(\.queuedAt)), .timestamps(allocations.map(\.servedAt)),
            ])
    }

    /// The lines of rows.
    static func budgets(_ rows: Rows) throws -> [Budget] {
        try rows.map { row in
            Budget(
                key: Budget.Key(
                    programme: try row.text(0), line: try row.text(1), quarter: try row.text(2),
                    currency: try row.text(3)),
                amount: try row.int64(4), reserved: try row.int64(5), committed: try row.int64(6))
        }
    }

    /// The allocations of rows, each with whether it is the groups' own.
    static func allocations(_ rows: Rows) throws -> [(allocation: Allocation, isOwn: Bool)] {
        try rows.map { row in
            let allocation = Allocation(
                id: try row.identifier(0), kind: try Words.read(row, 1), contractor: try row.identifier(2),
                programme: try row.text(3), line: try row.text(4), quarter: try row.optionalText(5),
                amount: Money(minorUnits: try row.int64(6), currency: try row.text(7)),
                status: try Words.read(row, 8),
                share: Allocation.Share(held: try row.int64(9), committed: try row.int64(10)),
                moment: try row.timestamp(11), queuedAt: try row.optionalTimestamp(12),
                servedAt: try row.optionalTimestamp(13))
            return (allocation, try row.bool(14))
        }
    }
}
