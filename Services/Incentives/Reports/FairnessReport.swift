import Contracts
import Database
import ServiceRuntime

/// Whether equal conditions gave equal rewards (INC-22): the grant rates by group, everybody who met the conditions and
/// still has no grant, and every manual override with its author.
struct FairnessReport: Sendable {
    /// A group's rate for one kind of reward.
    struct Rate: Hashable, Sendable {
        /// By what the groups are told apart: `statement`, `language`, `pathway`, or `variant` of an experiment.
        let dimension: String
        let group: String
        let reward: String
        let enrolled: Int64
        /// How many of them met the condition.
        let earned: Int64
        /// How many of those got the reward.
        let granted: Int64

        /// Of those who met the condition, in hundredths of a percent, rounded down; nil where nobody did.
        var basisPoints: Int64? { earned > 0 ? granted * 10_000 / earned : nil }
    }

    /// Somebody who met the conditions of a grant and cannot claim it.
    struct Exception: Hashable, Sendable {
        let contractor: Identifier
        let grant: String
        let status: String
    }

    let programme: String
    let rates: [Rate]
    let exceptions: [Exception]
    private let overrides: [RecordFact]

    static let loadRates = Statement(
        """
        WITH enrolled AS (
            SELECT contractor, content ->> 'pathway' AS pathway, content ->> 'statement' AS statement,
                content ->> 'language' AS language
            FROM incentives_fact WHERE kind = 'enrolment' AND programme = $1
        ), exposed AS (
            SELECT contractor, content ->> 'experiment' AS experiment, content ->> 'variant' AS variant
            FROM incentives_fact WHERE kind = 'exposure' AND programme = $1
        ), member AS (
            SELECT contractor, pathway, 'statement' AS dimension, statement AS name FROM enrolled
            UNION SELECT contractor, pathway, 'language', language FROM enrolled
            UNION SELECT contractor, pathway, 'pathway', pathway FROM enrolled
            UNION SELECT contractor, pathway, 'variant', experiment || '=' || variant
                FROM enrolled JOIN exposed USING (contractor)
        ), earned AS (
            SELECT DISTINCT contractor, pathway FROM incentives_credential
            WHERE programme = $1 AND (status <> 'revoked' OR revoked_at IS NOT NULL)
        ), granted AS (
            SELECT DISTINCT contractor, 'pool' AS reward FROM incentives_pool_membership WHERE programme = $1
            UNION SELECT contractor, 'premium' FROM incentives_premium_grant WHERE programme = $1 AND open
            UNION SELECT contractor, kind FROM incentives_reward
                WHERE programme = $1 AND kind IN ('grant', 'story', 'priority')
                    AND coalesce(state ->> 'status', '') NOT IN ('queued', 'refused', 'withdrawn')
        )
        SELECT m.dimension, coalesce(m.name, 'not known'), r.reward, count(*), count(e.contractor),
            count(e.contractor) FILTER (WHERE EXISTS (
                SELECT FROM granted g WHERE g.contractor = m.contractor AND g.reward = r.reward))
        FROM member m LEFT JOIN earned e USING (contractor, pathway)
            CROSS JOIN (SELECT DISTINCT reward FROM granted) r
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
        """)

    static let loadExceptions = Statement(
        """
        SELECT contractor, state ->> 'plan', state ->> 'status' FROM incentives_reward
        WHERE programme = $1 AND kind = 'grant' AND state ->> 'status' IN ('queued', 'refused')
        ORDER BY 1, 2
        """)

    static let loadOverrides = Statement(
        """
        SELECT DISTINCT ON (record) record, revision, kind, source, record_id, contractor, programme, event_time,
            content
        FROM incentives_record WHERE programme = $1 AND kind = '\(EventType.overrideRecorded.name)'
        ORDER BY record, revision DESC
        """)

    /// Every statement, for the test that prepares them.
    static let all = [loadRates, loadExceptions, loadOverrides]

    /// The report of a programme, as everything stands now.
    static func load(_ programme: String, in database: Database) async throws -> FairnessReport {
        let rows = try await database.run(all.map { Call($0, [.text(programme)]) })
        return try FairnessReport(programme, rows)
    }

    /// A report of the answers to the three statements.
    init(_ programme: String, _ rows: [Rows]) throws {
        self.programme = programme
        rates = try rows[0].map { row in
            Rate(
                dimension: try row.text(0), group: try row.text(1), reward: try row.text(2),
                enrolled: try row.int64(3), earned: try row.int64(4), granted: try row.int64(5))
        }
        exceptions = try rows[1].map { row in
            Exception(contractor: try row.identifier(0), grant: try row.text(1), status: try row.text(2))
        }
        overrides = try RecordStatements.facts(rows[2])
    }

    /// Overrides with their authors, in order of event time.
    var authored: [Told<OverrideRecorded>] { overrides.latest(OverrideRecorded.self) }

    /// The report as a document.
    var json: JSONValue {
        .object([
            ("programme", .string(programme)),
            (
                "rates",
                .array(
                    rates.map { rate in
                        .object([
                            ("dimension", .string(rate.dimension)), ("group", .string(rate.group)),
                            ("reward", .string(rate.reward)), ("enrolled", .integer(rate.enrolled)),
                            ("earned", .integer(rate.earned)), ("granted", .integer(rate.granted)),
                            ("basisPoints", rate.basisPoints.map { .integer($0) } ?? .null),
                        ])
                    })
            ),
            (
                "withoutGrant",
                .array(
                    exceptions.map {
                        .object([
                            ("contractor", .string("\($0.contractor)")), ("grant", .string($0.grant)),
                            ("status", .string($0.status)),
                        ])
                    })
            ),
            (
                "overrides",
                .array(
                    authored.map { told in
                        .object([
                            ("contractor", told.contractor.map { .string("\($0)") } ?? .null),
                            ("reward", .string(told.value.reward)),
                            ("decision", .string(told.value.decision.rawValue)),
                            ("author", .string(told.value.actor)), ("at", .string("\(told.value.eventTime)")),
                            ("because", .string(told.value.reason)),
                        ])
                    })
            ),
        ])
    }
}
