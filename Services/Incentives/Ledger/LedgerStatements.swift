import Contracts
import Database

/// The SQL of the ledger, which knows no change but another posting.
enum LedgerStatements {
    /// Postings of a batch.
    ///
    /// A posting that is there already fails the batch: its writer lost a race and tries again.
    static let post = Statement(
        """
        INSERT INTO incentives_posting (
            id, debit_account, credit_account, amount, unit, contractor, cause, reverses, posted_at, value_at)
        SELECT unnest($1::uuid[]), unnest($2::text[]), unnest($3::text[]), unnest($4::int8[]),
            unnest($5::text[]), unnest($6::uuid[]), unnest($7::text[]), unnest($8::uuid[]),
            unnest($9::timestamptz[]), unnest($10::timestamptz[])
        """)

    /// What must hold of the ledger at rest; no row means that all of it does.
    ///
    /// Every unit sums to zero over all accounts, no contractor's entitlement is below zero, and a reversal takes back
    /// exactly what it names; no engagement has two premiums, and no credential gives more than it granted (INC-06).
    /// Nothing set aside is below zero, a budget line holds what it gave (INC-24), and no grant pays more than it has
    /// (INC-09).
    static let violations = Statement(
        """
        SELECT 'unit does not balance' AS finding, unit AS subject, sum(balance)::int8 AS amount
        FROM incentives_balance GROUP BY unit HAVING sum(balance) <> 0
        UNION ALL
        SELECT 'entitlement below zero', account, balance::int8
        FROM incentives_balance WHERE account LIKE 'contractor:%:entitlement' AND balance < 0
        UNION ALL
        SELECT 'reversal differs from its posting', r.id::text, r.amount
        FROM incentives_posting r JOIN incentives_posting p ON p.id = r.reverses
        WHERE (r.debit_account, r.credit_account, r.amount, r.unit)
            IS DISTINCT FROM (p.credit_account, p.debit_account, p.amount, p.unit)
        UNION ALL
        SELECT 'two premiums for one engagement', engagement::text, count(*)
        FROM incentives_premium_use WHERE open GROUP BY engagement HAVING count(*) > 1
        UNION ALL
        SELECT 'more uses than granted', u.credential::text, count(*)
        FROM incentives_premium_use u LEFT JOIN incentives_premium_grant g ON g.credential = u.credential AND g.open
        WHERE u.open GROUP BY u.credential, g.units HAVING count(*) > coalesce(g.units, 0)
        UNION ALL
        SELECT 'reserved below zero', account, balance::int8
        FROM incentives_balance WHERE account LIKE 'programme:%:reserved%' AND balance < 0
        UNION ALL
        SELECT 'budget differs from what it gave', b.programme || ' ' || b.line || ' ' || b.quarter,
            b.reserved + b.committed
        FROM incentives_budget b CROSS JOIN LATERAL (
            SELECT coalesce(sum(a.held), 0)::int8 AS held, coalesce(sum(a.committed), 0)::int8 AS committed
            FROM incentives_allocation a
            WHERE (a.programme, a.line, a.quarter, a.currency, a.status)
                = (b.programme, b.line, b.quarter, b.currency, 'given')) given
        WHERE (b.reserved + b.committed, b.committed) IS DISTINCT FROM (given.held, given.committed)
        UNION ALL
        SELECT 'more paid than a grant has', id::text, (state -> 'paid' ->> 'minorUnits')::int8
        FROM incentives_reward
        WHERE kind = 'grant'
            AND (state -> 'paid' ->> 'minorUnits')::int8 > (state -> 'amount' ->> 'minorUnits')::int8
        ORDER BY 1, 2
        """)

    /// The balance of every account that is not at zero.
    static let balances = Statement(
        "SELECT account, unit, balance::int8 FROM incentives_balance WHERE balance <> 0 ORDER BY account, unit")

    /// Every statement, for the test that prepares them.
    static let all = [post, violations, balances]

    /// The call that writes postings, sorted by id.
    static func write(_ postings: [Posting]) -> Call {
        Call(
            post,
            [
                .uuids(postings.map(\.id)), .texts(postings.map(\.debit)), .texts(postings.map(\.credit)),
                .int8s(postings.map(\.amount)), .texts(postings.map(\.unit)), .uuids(postings.map(\.contractor)),
                .texts(postings.map(\.cause)), .uuids(postings.map(\.reverses)),
                .timestamps(postings.map(\.postedAt)), .timestamps(postings.map(\.valueAt)),
            ])
    }
}
