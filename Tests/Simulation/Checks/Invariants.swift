import Contracts
import Foundation
import Messaging

/// What must hold whatever went wrong.
///
/// A new invariant is a line here.
enum Invariants {
    /// Queries that must find nothing; what they find is the violation.
    static let empty: [(name: String, sql: String)] = [
        (
            "a notice is issued once (ONB-10)",
            "SELECT series, kind, number FROM onboarding_notice GROUP BY 1, 2, 3 HAVING count(*) > 1"
        ),
        (
            "no reminder comes before it is due (ONB-10)",
            "SELECT id FROM onboarding_notice WHERE kind IN ('reminder', 'renewal') AND issued_at < due_at"
        ),
        (
            "no two reminders of one enrolment come within a day (ONB-11)",
            """
            SELECT enrolment FROM (
                SELECT enrolment, issued_at - lag(issued_at) OVER (PARTITION BY enrolment ORDER BY issued_at) AS gap
                FROM onboarding_notice WHERE kind = 'reminder') v
            WHERE gap < interval '24 hours'
            """
        ),
        (
            "nobody takes part in what Guildhall delivers without terms and confirmed status (ONB-09, G9)",
            """
            SELECT e.id FROM onboarding_enrolment e
            WHERE e.programme = 'retail-seasonal' AND (
                SELECT count(DISTINCT c.purpose) FROM onboarding_consent c
                WHERE c.contractor = e.contractor AND c.purpose IN ('terms', 'independent-status')) < 2
            """
        ),
        (
            "what others deliver is not gated, timed or told of",
            """
            SELECT programme FROM onboarding_gate WHERE programme = 'seasonal-retail'
            UNION ALL SELECT programme FROM onboarding_notice WHERE programme = 'seasonal-retail'
            UNION ALL SELECT programme FROM incentives_reward WHERE programme = 'seasonal-retail'
            """
        ),
        (
            "a refused attempt neither counts nor has a verdict",
            "SELECT id FROM assessment_attempt WHERE refusal IS NOT NULL AND (counts OR verdict IS NOT NULL)"
        ),
        (
            "no budget is spent beyond its amount (INC-24)",
            "SELECT line FROM incentives_budget WHERE reserved + committed > amount OR reserved < 0 OR committed < 0"
        ),
        (
            "a budget holds what was given out of it (INC-24)",
            """
            SELECT b.line, b.quarter FROM incentives_budget b
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(a.held), 0) AS held, coalesce(sum(a.committed), 0) AS committed
                FROM incentives_allocation a
                WHERE (a.programme, a.line, a.quarter, a.currency, a.status)
                    = (b.programme, b.line, b.quarter, b.currency, 'given')) g
            WHERE b.reserved + b.committed <> g.held OR b.committed <> g.committed
            """
        ),
        (
            "no grant pays more than it is worth (INC-09)",
            """
            SELECT id FROM incentives_reward WHERE kind = 'grant'
                AND (state -> 'paid' ->> 'minorUnits')::int8 > (state -> 'amount' ->> 'minorUnits')::int8
            """
        ),
        (
            "a term is opened for renewal once at most (CRD-05)",
            """
            SELECT inputs FROM credentialing_audit WHERE decision = 'credential.renewal-opened'
            GROUP BY inputs, inputs::json ->> 'credential' HAVING count(*) > 1
            """
        ),
        (
            "the ledger balances in every unit (INC-23)",
            "SELECT unit, sum(balance) FROM incentives_balance GROUP BY unit HAVING sum(balance) <> 0"
        ),
        (
            "no entitlement is used more often than granted",
            "SELECT account, balance FROM incentives_balance WHERE account LIKE '%:entitlement' AND balance < 0"
        ),
        (
            "an engagement takes one premium use at most",
            "SELECT engagement FROM incentives_premium_use WHERE open GROUP BY engagement HAVING count(*) > 1"
        ),
        (
            "a credential's premium is used no more often than its programme says",
            """
            SELECT u.credential FROM incentives_premium_use u JOIN incentives_premium_grant g USING (credential)
            WHERE u.open GROUP BY u.credential, g.units HAVING count(*) > g.units
            """
        ),
        (
            "every open use stands in the ledger, and nothing else does",
            """
            SELECT 1 WHERE (SELECT coalesce(sum(balance), 0) FROM incentives_balance WHERE account LIKE '%:used')
                <> (SELECT count(*) FROM incentives_premium_use WHERE open)
            """
        ),
        (
            "no pool without a credential",
            """
            SELECT m.id FROM incentives_pool_membership m LEFT JOIN credentialing_credential c ON c.id = m.credential
            WHERE m.open AND (c.id IS NULL OR c.status <> 'valid')
            """
        ),
        (
            "every valid credential rests on a passed outcome, and every passed outcome on nothing less",
            """
            SELECT coalesce(o.id, c.outcome) FROM (SELECT * FROM assessment_outcome WHERE passed) o
            FULL JOIN (SELECT * FROM credentialing_credential WHERE status <> 'revoked' OR condition IS NOT NULL) c
                ON c.outcome = o.id
            WHERE o.id IS NULL OR c.id IS NULL
            """
        ),
        (
            "every request about a credential is answered",
            "SELECT id FROM credentialing_request WHERE answered_at IS NULL OR answer <> 'granted'"
        ),
        (
            "a credential is issued once",
            """
            SELECT inputs FROM credentialing_audit WHERE decision = 'credential.issued'
            GROUP BY inputs, outcome HAVING count(*) > 1
            """
        ),
        (
            "every credential's issue is on record",
            """
            SELECT 1 WHERE (SELECT count(*) FROM credentialing_audit WHERE decision = 'credential.issued')
                <> (SELECT count(*) FROM credentialing_credential)
            """
        ),
        (
            "every credential has a bit of its own in a status list",
            """
            SELECT c.id FROM credentialing_credential c
            LEFT JOIN credentialing_status_entry e ON e.list = c.status_list AND e.index = c.status_index
            WHERE e.credential IS DISTINCT FROM c.id
            """
        ),
        (
            "one bit of a credential is open, and none of a revoked one",
            """
            SELECT c.id FROM credentialing_credential c
            LEFT JOIN credentialing_status_entry e ON e.credential = c.id AND e.set_at IS NULL
            GROUP BY c.id, c.status HAVING count(e.list) <> CASE c.status WHEN 'revoked' THEN 0 ELSE 1 END
            """
        ),
        (
            "metrics has heard of every credential in its last state",
            """
            SELECT id FROM credentialing_credential c FULL JOIN metrics_credential m USING (id)
            WHERE c.sequence IS DISTINCT FROM m.sequence
            """
        ),
        (
            "incentives has heard of every credential in its last state",
            """
            SELECT id FROM credentialing_credential c FULL JOIN incentives_credential m USING (id)
            WHERE c.sequence IS DISTINCT FROM m.sequence
            """
        ),
        (
            "metrics has heard of every engagement in its last revision",
            """
            SELECT id FROM onboarding_engagement c FULL JOIN metrics_engagement m USING (id)
            WHERE c.revision IS DISTINCT FROM m.revision
            """
        ),
    ]

    /// All that is broken after a run has come to rest.
    static func broken(_ stage: Stage, _ inputs: [Input]) throws -> [String] {
        var broken: [String] = []
        for check in empty {
            let found = try stage.monitor.run("SELECT * FROM (\(check.sql)) t LIMIT 3")
            for row in found { broken.append("not so: \(check.name): \(row.joined(separator: ", "))") }
        }
        for service in ServiceName.allCases.map(\.rawValue) {
            for table in ["outbox", "retry"] {
                let left = try stage.monitor.number("SELECT count(*) FROM \(service)_\(table)")
                if left > 0 { broken.append("\(left) rows are left in \(service)_\(table)") }
            }
            let strangers = try stage.monitor.texts(
                """
                SELECT o.id FROM onboarding_contractor o JOIN \(service)_contractor m USING (id)
                WHERE o.canonical <> m.canonical LIMIT 3
                """)
            broken += strangers.map { "not so: \(service) knows who is linked with whom: \($0)" }
            broken += try AuditCheck.broken(service, stage.monitor)
        }
        broken += try intake(stage, inputs)
        broken += duplicates(stage)
        broken += stage.broker.unfairlyConsumed.map { "\($0) is not consumed by just one replica" }
        return broken
    }

    /// Every accepted input has its effect, every refused one its reason, and nothing else came in.
    private static func intake(_ stage: Stage, _ inputs: [Input]) throws -> [String] {
        var broken: [String] = []
        let rows = try ServiceName.allCases.flatMap {
            try stage.monitor.run("SELECT source, id, outcome FROM \($0.rawValue)_intake")
        }
        var outcomes: [String: [String]] = [:]
        for row in rows { outcomes["\(row[0]) \(row[1])", default: []].append(row[2]) }
        var expected: Set<String> = []
        for input in inputs {
            let key = "\(input.source) \(input.id)"
            guard expected.insert(key).inserted else { continue }
            switch outcomes[key] {
            case nil:
                stage.counters.lost += 1
                broken.append("lost: \(input)")
            case let found? where found.count > 1:
                stage.counters.duplicated += 1
                broken.append("taken in twice: \(input)")
            case let found?:
                if (found[0] == "1") != input.isBad { broken.append("outcome \(found[0]): \(input)") }
            }
        }
        for key in outcomes.keys.sorted() where !expected.contains(key) {
            stage.counters.unexpected += 1
            broken.append("came from nowhere: \(key)")
        }
        return try broken + received(stage, expected.count)
    }

    /// A message that is decided again because nobody knew whether it had been is not received again.
    private static func received(_ stage: Stage, _ messages: Int) throws -> [String] {
        let counted = try ServiceName.allCases.reduce(into: Int64(0)) {
            $0 += try stage.monitor.number("SELECT coalesce(sum(received), 0) FROM \($1.rawValue)_tally")
        }
        let copies = stage.broker.outsideCopies
        if (Int64(messages)...Int64(max(messages, copies))).contains(counted) { return [] }
        return ["\(counted) messages count as received, of \(messages) in \(copies) copies"]
    }

    /// Two events of one type that say the same are one effect twice.
    private static func duplicates(_ stage: Stage) -> [String] {
        var seen: [String: Identifier] = [:]
        var broken: [String] = []
        for event in stage.events.values.sorted(by: { $0.id < $1.id }) {
            let said = "\(event.type) \(event.said)"
            if seen.updateValue(event.id, forKey: said) != nil {
                stage.counters.duplicated += 1
                broken.append("said twice: \(said)")
            }
        }
        return broken
    }
}
