import Contracts
import Database

/// What came of a season, on one screen.
struct SeasonSummary: Codable, Sendable {
    let programme: String
    let workers: Int
    let messages: Int
    let from: String
    let until: String
    /// Cases by what became of their clock.
    let gate: [String: Int64]
    /// Hours reported before a gate was cleared, in reports.
    let violations: Int64
    let credentials: [String: Int64]
    let notices: [String: Int64]
    /// Money that stands in the ledger, by what it is for.
    let money: [MoneyLine]
    let budgets: [BudgetStanding]
    let pilot: PilotDocument
    /// The season's experiment; nil where the programme has none.
    let experiment: SeasonVerdict?

    /// Money for one purpose in one currency.
    struct MoneyLine: Codable, Sendable, Equatable {
        let purpose: String
        let minorUnits: Int64
        let currency: String
    }

    /// How a budget line stands at the end.
    struct BudgetStanding: Codable, Sendable, Equatable {
        let line: String
        let quarter: String
        let currency: String
        let amount: Int64
        let reserved: Int64
        let committed: Int64
    }

    /// Reads what came of a season.
    static func make(
        _ run: RehearsalRun, messages: Int, _ context: OperatorContext
    ) async throws -> SeasonSummary {
        let season = run.season
        let name = Parameter.text(season.programme)
        let rows = try await context.database.run([
            Call(gates, [name]), Call(openViolations), Call(issued, [name]), Call(told, [name]), Call(ledger),
            Call(standing, [name]),
        ])
        let until = SeasonCalendar.first.adding(days: SeasonCalendar.days)
        var verdict: SeasonVerdict?
        if let manager = run.manager { verdict = try await SeasonVerdict(manager, context) }
        return SeasonSummary(
            programme: season.programme, workers: season.workers.count, messages: messages,
            from: "\(SeasonCalendar.first)", until: "\(until)", gate: try counts(rows[0]),
            violations: try rows[1].only().int64(0), credentials: try counts(rows[2]), notices: try counts(rows[3]),
            money: try rows[4].map {
                MoneyLine(purpose: try $0.text(0), minorUnits: try $0.int64(1), currency: try $0.text(2))
            },
            budgets: try rows[5].map {
                BudgetStanding(
                    line: try $0.text(0), quarter: try $0.text(1), currency: try $0.text(2), amount: try $0.int64(3),
                    reserved: try $0.int64(4), committed: try $0.int64(5))
            },
            pilot: try await Metrics(context).get(
                PilotDocument.self, "/pilot?programme=\(season.programme)&as-of=\(until)"),
            experiment: verdict)
    }

    private static func counts(_ rows: Rows) throws -> [String: Int64] {
        Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text(0), try $0.int64(1)) })
    }

    private static let gates = Statement(
        """
        SELECT CASE
                WHEN cleared_at <= due_at THEN 'cleared in time'
                WHEN cleared_at IS NOT NULL THEN 'cleared late'
                WHEN is_breached THEN 'missed'
                ELSE status END,
            count(*)
        FROM onboarding_gate WHERE programme = $1 GROUP BY 1
        """)
    private static let openViolations = Statement("SELECT count(*) FROM onboarding_violation WHERE is_open")
    private static let issued = Statement(
        """
        SELECT status, count(*) FROM credentialing_credential WHERE programme = $1 GROUP BY 1
        UNION ALL
        SELECT 'issued', count(*) FROM credentialing_credential WHERE programme = $1
        UNION ALL
        SELECT 'renewals', coalesce(sum(renewals), 0)::int8 FROM credentialing_credential WHERE programme = $1
        """)
    private static let told = Statement(
        "SELECT kind, count(*) FROM onboarding_notice WHERE programme = $1 GROUP BY 1")
    private static let ledger = Statement(
        """
        SELECT kind, sum(amount)::int8, currency FROM incentives_entry WHERE open GROUP BY kind, currency
        UNION ALL
        SELECT 'sum of all accounts', coalesce(sum(balance), 0)::int8, unit FROM incentives_balance GROUP BY unit
        ORDER BY 1, 3
        """)
    private static let standing = Statement(
        """
        SELECT line, quarter, currency, amount, reserved, committed
        FROM incentives_budget WHERE programme = $1 ORDER BY line, quarter, currency
        """)
}
