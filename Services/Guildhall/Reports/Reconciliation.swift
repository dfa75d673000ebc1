import Contracts
import Database

/// Reads the figures of a reconcile report from every service's tables, under the operator's role.
struct Reconciliation: Sendable {
    let database: Database

    /// All figures but the KPIs, which the metrics service computes.
    func report() async throws -> ReconcileReport {
        var byType: [String: ReconcileReport.TypeCount] = [:]
        var reasons: [String: Int64] = [:]
        var waitingByType: [String: Int64] = [:]
        for service in ServiceName.allCases {
            let rows = try await database.run(Reconciliation.intake(service.rawValue))
            for row in rows[0] { byType[try row.text(0), default: .init()].received += try row.int64(1) }
            for row in rows[1] {
                // Types that nobody knows are counted together, as they are on arrival.
                let written = try row.text(0)
                let type = Catalogue.contract(named: written) == nil ? "" : written
                byType[type, default: .init()].accepted += try row.int64(1)
                byType[type, default: .init()].refused += try row.int64(2)
            }
            for row in rows[2] { reasons[try row.text(0), default: 0] += try row.int64(1) }
            for row in rows[3] { waitingByType[try row.text(0), default: 0] += try row.int64(1) }
        }
        let waiting = waitingByType.values.reduce(0, +)
        for (type, count) in waitingByType { byType[type, default: .init()].received += count }
        for (type, count) in byType {
            byType[type]?.duplicates = count.received - count.accepted - count.refused - waitingByType[type, default: 0]
        }
        let received = byType.values.reduce(0) { $0 + $1.received }
        let accepted = byType.values.reduce(0) { $0 + $1.accepted }
        let refused = byType.values.reduce(0) { $0 + $1.refused }
        let outcome = try await database.run(Reconciliation.outcomes)
        let results = byType[EventType.assessmentResultRecorded.name] ?? .init()
        var ledger: [String: [String: Int64]] = [:]
        for row in outcome[5] { ledger[try row.text(0), default: [:]][try row.text(1)] = try row.int64(2) }
        return ReconcileReport(
            received: received, accepted: accepted, refused: refused,
            duplicates: received - accepted - refused - waiting, waiting: waiting,
            isBalanced: received - accepted - refused - waiting >= 0, refusedByReason: reasons, byType: byType,
            contractors: try outcome[0][0].int64(0), engagements: try counts(outcome[1]),
            enrolments: try counts(outcome[2]), results: .init(accepted: results.accepted, refused: results.refused),
            credentials: try counts(outcome[3]), premiumUses: try outcome[4][0].int64(0), ledger: ledger, rehire: [])
    }

    private func counts(_ rows: Rows) throws -> [String: Int64] {
        var counts: [String: Int64] = [:]
        for row in rows { counts[try row.text(0)] = try row.int64(1) }
        return counts
    }

    private static func intake(_ s: String) -> [Call] {
        [
            Call(Statement("SELECT type, sum(received)::int8 FROM \(s)_tally GROUP BY type")),
            Call(
                Statement(
                    """
                    SELECT type, count(*) FILTER (WHERE outcome = 0), count(*) FILTER (WHERE outcome = 1)
                    FROM \(s)_intake GROUP BY type
                    """)),
            Call(Statement("SELECT reason, count(*) FROM \(s)_intake WHERE outcome = 1 GROUP BY reason")),
            Call(Statement("SELECT type, count(*) FROM \(s)_retry WHERE inbound GROUP BY type")),
        ]
    }

    private static let outcomes: [Call] = [
        // Experiments have a row beside the contractors, so that what is told of them is told in one order.
        Call(
            Statement(
                """
                SELECT count(DISTINCT canonical) FROM onboarding_contractor
                WHERE canonical NOT IN (SELECT id FROM metrics_experiment_stage)
                """)),
        Call(Statement("SELECT status, count(*) FROM onboarding_engagement GROUP BY status")),
        Call(Statement("SELECT status, count(*) FROM onboarding_enrolment GROUP BY status")),
        Call(
            Statement(
                "SELECT pathway, count(*) FROM credentialing_credential WHERE status <> 'revoked' GROUP BY pathway")),
        Call(Statement("SELECT count(*) FROM incentives_premium_use WHERE open")),
        // Balances by kind of account: credits less debits; they add up to nothing in every unit.
        Call(
            Statement(
                """
                SELECT unit, regexp_replace(account, ':[0-9a-f]{8}-[0-9a-f-]{27}', ''), sum(change)::int8
                FROM incentives_posting, LATERAL (VALUES (credit_account, amount), (debit_account, -amount))
                    v (account, change)
                GROUP BY 1, 2
                """)),
    ]
}
