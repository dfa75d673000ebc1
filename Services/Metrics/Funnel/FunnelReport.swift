import Contracts
import Database
import Statistics

/// How far people have come in a programme, stage by stage, and where they wait longest (MET-29).
///
/// Linked contractors are one person.
struct FunnelReport: Encodable, Sendable {
    /// One stage.
    struct Stage: Encodable, Equatable, Sendable {
        let name: String
        /// How many reached it.
        let reached: Int64
        /// Share of those that reached the stage before; not defined for the first stage, and where nobody did.
        let conversion: Figure
        /// Median days since the stage before, where both times are known and in order.
        let medianDays: Figure
    }

    /// The stages of a group.
    struct Group: Encodable, Equatable, Sendable {
        let by: [String: String]
        let stages: [Stage]
        let slowest: String?
    }

    let kpi: String
    let version: Int64
    let asOf: String
    let programme: String
    let stages: [Stage]
    /// The stage with the longest median wait.
    let slowest: String?
    /// The groups that were asked for.
    let groups: [Group]
    /// Months whose figures changed after they were over.
    let changedMonths: [ChangedMonth]

    static let query = Statement(
        """
        WITH enrolled AS (
            SELECT n.id, p.canonical AS person, n.programme, n.pathway, n.offering, n.opted_in_at, n.engagement
            FROM metrics_enrolment n JOIN metrics_contractor p ON p.id = n.contractor WHERE n.programme = $1
        ), invited AS (
            SELECT p.canonical AS person, i.pathway, i.offering, min(i.invited_at) AS invited_at,
                bool_and(i.is_withdrawn) AS is_withdrawn
            FROM metrics_invitation i JOIN metrics_contractor p ON p.id = i.contractor WHERE i.programme = $1
            GROUP BY 1, 2, 3
        ), seen AS (
            SELECT p.canonical AS person, d.pathway, min(d.seen_at) AS seen_at
            FROM metrics_discovery d JOIN metrics_contractor p ON p.id = d.contractor WHERE d.programme = $1
            GROUP BY 1, 2
        ), units AS (
            SELECT e.id, e.person, e.pathway, e.offering, i.invited_at, e.opted_in_at, e.engagement
            FROM enrolled e LEFT JOIN invited i USING (person, pathway, offering)
            UNION ALL
            SELECT NULL, i.person, i.pathway, i.offering, i.invited_at, NULL, NULL
            FROM invited i
            WHERE NOT i.is_withdrawn AND NOT EXISTS (
                SELECT 1 FROM enrolled e WHERE (e.person, e.pathway, e.offering) = (i.person, i.pathway, i.offering))
            UNION ALL
            SELECT NULL, s.person, s.pathway, NULL, NULL, NULL, NULL
            FROM seen s
            WHERE NOT EXISTS (SELECT 1 FROM enrolled e WHERE (e.person, e.pathway) = (s.person, s.pathway))
                AND NOT EXISTS (
                    SELECT 1 FROM invited i
                    WHERE (i.person, i.pathway) = (s.person, s.pathway) AND NOT i.is_withdrawn)
        ), ways AS (
            SELECT u.*, s.seen_at, c.awarded_at,
                CASE WHEN e.status IN ('active', 'extended', 'ended') THEN e.starts_at END AS engagement_started_at,
                a.started_at AS assessment_started_at,
                (SELECT min(t.completed_at) FROM metrics_task t WHERE t.enrolment = u.id) AS task_at
            FROM units u
            LEFT JOIN seen s USING (person, pathway)
            LEFT JOIN metrics_engagement e ON e.id = u.engagement
            LEFT JOIN metrics_assessment_start a ON a.enrolment = u.id
            LEFT JOIN LATERAL (
                SELECT min(x.awarded_at) AS awarded_at
                FROM metrics_contractor k JOIN metrics_credential x ON x.contractor = k.id
                WHERE k.canonical = u.person AND x.programme = $1 AND x.offering = u.offering
                    AND (x.status <> 'revoked' OR x.revoked_at IS NOT NULL)
            ) c ON u.id IS NOT NULL
        ), o AS (
            SELECT w.person, least(w.seen_at, w.invited_at, w.opted_in_at) AS at, w.pathway, w.seen_at, w.invited_at,
                w.opted_in_at, w.engagement_started_at, w.assessment_started_at, w.task_at, w.awarded_at,
                f.offered_at, g.starts_at AS engaged_at, r.rehired_at
            FROM ways w
            LEFT JOIN LATERAL (
                SELECT min(coalesce(x.offered_at, x.accepted_at, x.starts_at)) AS offered_at
                FROM metrics_contractor k JOIN metrics_engagement x ON x.contractor = k.id
                WHERE k.canonical = w.person AND x.status NOT IN ('requested', 'cancelled', 'withdrawn')
                    AND coalesce(x.starts_at, x.accepted_at, x.offered_at) > w.awarded_at
            ) f ON w.awarded_at IS NOT NULL
            LEFT JOIN LATERAL (
                SELECT x.id, x.starts_at, CASE WHEN x.status = 'ended' THEN x.ends_at END AS ended_at
                FROM metrics_contractor k JOIN metrics_engagement x ON x.contractor = k.id
                WHERE k.canonical = w.person AND x.status IN ('active', 'extended', 'ended')
                    AND x.starts_at > w.awarded_at
                ORDER BY x.starts_at, x.id LIMIT 1
            ) g ON w.awarded_at IS NOT NULL
            LEFT JOIN LATERAL (
                SELECT min(x.starts_at) AS rehired_at
                FROM metrics_contractor k JOIN metrics_engagement x ON x.contractor = k.id
                WHERE k.canonical = w.person AND x.status IN ('active', 'extended', 'ended') AND x.id <> g.id
                    AND x.starts_at > g.ended_at
            ) r ON g.ended_at IS NOT NULL
        )
        SELECT o.person, o.at,
            EXISTS (
                SELECT 1 FROM metrics_contractor k JOIN metrics_credential x ON x.contractor = k.id
                WHERE k.canonical = o.person AND x.awarded_at <= o.at AND o.at < CASE
                    WHEN x.status = 'revoked' THEN least(x.valid_until, coalesce(x.revoked_at, x.awarded_at))
                    ELSE x.valid_until END),
            o.pathway, o.seen_at, o.invited_at, o.opted_in_at, o.engagement_started_at, o.assessment_started_at,
            o.task_at, o.awarded_at, o.offered_at, o.engaged_at, o.rehired_at
        FROM o
        """)

    /// Computes the report of a programme from the facts.
    static func make(
        _ definition: KPIDefinition, _ question: KPIQuestion, programme: String, delivery: FunnelDelivery,
        in database: Database
    ) async throws -> FunnelReport {
        let rows = try await database.run([Call(query, [.text(programme)]), Call(ChangedMonth.query)])
        let units = try rows[0].map { try FunnelUnit($0) }
        let groups = groups(units, question, delivery: delivery)
        return FunnelReport(
            kpi: definition.name, version: definition.version, asOf: "\(question.asOf)", programme: programme,
            stages: groups[0].stages, slowest: groups[0].slowest, groups: Array(groups.dropFirst()),
            changedMonths: try rows[1].map { try ChangedMonth($0) })
    }

    /// The whole first, then the groups that the question asks for.
    static func groups(_ units: [FunnelUnit], _ question: KPIQuestion, delivery: FunnelDelivery) -> [Group] {
        var cells: [GroupKey: [FunnelUnit]] = [GroupKey(): []]
        if question.isSplitByCredential { for isHeld in [true, false] { cells[GroupKey(isHeld: isHeld)] = [] } }
        for variant in question.variants?.variants ?? [] { cells[GroupKey(variant: variant)] = [] }
        for unit in units where unit.circumstances.at < question.end {
            cells[GroupKey(), default: []].append(unit)
            if question.isSplitByCredential {
                cells[GroupKey(isHeld: unit.circumstances.isHeld), default: []].append(unit)
            }
            if let place = unit.circumstances.person.flatMap({ question.variants?.places[$0] }) {
                cells[GroupKey(variant: place.variant), default: []].append(unit)
            }
        }
        return cells.keys.sorted().map { key in
            let stages = stages((cells[key] ?? []).map { $0.times(delivery, before: question.end) })
            return Group(by: key.words(label: nil), stages: stages, slowest: slowest(stages))
        }
    }

    private static func stages(_ ways: [[Timestamp?]]) -> [Stage] {
        FunnelUnit.stages.enumerated().map { place, name in
            let reached = ways.filter { $0[place] != nil }
            guard place > 0 else {
                return Stage(
                    name: name, reached: Int64(reached.count), conversion: .value(nil), medianDays: .value(nil))
            }
            let before = ways.count { $0[place - 1] != nil }
            let both = reached.filter { $0[place - 1] != nil }
            let days = both.compactMap { way -> Double? in
                guard let from = way[place - 1], let until = way[place], until >= from else { return nil }
                return Double(until.microseconds - from.microseconds) / 86_400_000_000
            }
            // The values are finite, so the method has nothing to object to.
            let quantiles = try? Quantiles.evaluate(Quantiles.Input(values: days))
            return Stage(
                name: name, reached: Int64(reached.count), conversion: .share(Int64(both.count), of: Int64(before)),
                medianDays: .value(quantiles?.median))
        }
    }

    private static func slowest(_ stages: [Stage]) -> String? {
        var found: (name: String, days: Double)?
        for stage in stages {
            if case .value(let days?) = stage.medianDays, days > found?.days ?? -1 { found = (stage.name, days) }
        }
        return found?.name
    }
}
