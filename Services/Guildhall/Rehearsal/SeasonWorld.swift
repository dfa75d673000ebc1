import Contracts
import Database

/// What the people of the season see of the suite: their links, credentials, grants and offers.
struct SeasonWorld: Sendable {
    private let context: OperatorContext
    private let programme: String
    private let client = ReplicaClient()

    init(_ context: OperatorContext, _ season: Season) {
        self.context = context
        programme = season.programme
    }

    private static let credentials = Statement(
        "SELECT DISTINCT contractor FROM credentialing_credential WHERE programme = $1 AND status = 'valid'")
    private static let referred = Statement(
        "SELECT DISTINCT contractor FROM assessment_attempt WHERE programme = $1 AND verdict = 'refer'")
    private static let renewable = Statement(
        """
        SELECT DISTINCT contractor FROM credentialing_credential
        WHERE programme = $1 AND status = 'valid' AND renewal_opened_at IS NOT NULL
        """)
    private static let rewards = Statement(
        """
        SELECT contractor, kind, state ->> 'plan', (state -> 'amount' ->> 'minorUnits')::int8,
            state -> 'amount' ->> 'currency'
        FROM incentives_reward
        WHERE programme = $1
            AND (kind = 'grant' AND state ->> 'status' = 'claimable'
                OR kind = 'story' AND state ->> 'status' = 'offered')
        """)
    private static let owed = Statement(
        """
        WITH owed AS (
            SELECT contractor, (state ->> 'stipend')::uuid AS reward, (state -> 'amount' ->> 'minorUnits')::int8 AS amount,
                state -> 'amount' ->> 'currency' AS currency
            FROM incentives_reward WHERE programme = $1 AND kind = 'stipend'
                AND NOT coalesce((state ->> 'isReturned')::boolean, false)
            UNION ALL
            SELECT contractor, id, amount_minor, amount_currency
            FROM incentives_premium_use WHERE programme = $1 AND open AND amount_minor IS NOT NULL
        )
        SELECT contractor, reward, amount, currency FROM owed
        WHERE NOT EXISTS (
            SELECT FROM incentives_record r
            WHERE r.contractor = owed.contractor AND r.kind = 'guildhall.payment.recorded.v1'
                AND r.content ->> 'reward' = owed.reward::text)
        ORDER BY reward
        """)

    /// Looks up what the acts of a moment need to know.
    func refresh(_ desk: inout SeasonDesk, for acts: [Act]) async throws {
        guard acts.contains(where: \.asks) else { return }
        let name = Parameter.text(programme)
        let rows = try await context.database.run([
            Call(SeasonWorld.credentials, [name]), Call(SeasonWorld.referred, [name]),
            Call(SeasonWorld.rewards, [name]), Call(SeasonWorld.owed, [name]), Call(SeasonWorld.renewable, [name]),
        ])
        desk.holders = Set(try rows[0].map { try $0.identifier(0) })
        desk.referred = Set(try rows[1].map { try $0.identifier(0) })
        desk.renewable = Set(try rows[4].map { try $0.identifier(0) })
        desk.grants = [:]
        desk.stories = []
        for row in rows[2] {
            let contractor = try row.identifier(0)
            if try row.text(1) == "story" {
                desk.stories.insert(contractor)
            } else {
                desk.grants[contractor] = (
                    plan: try row.text(2), left: Money(minorUnits: try row.int64(3), currency: try row.text(4))
                )
            }
        }
        desk.owed = try rows[3].map { row in
            (
                contractor: try row.identifier(0), reward: try row.identifier(1),
                amount: Money(minorUnits: try row.int64(2), currency: try row.text(3))
            )
        }
        let batches = Set(
            acts.compactMap { act in if case .signUp(let worker) = act { Season.batch(worker) } else { nil } })
        for batch in batches.sorted() { try await follow(batch, &desk) }
    }

    private struct Batch: Decodable {
        struct Invitation: Decodable {
            let contractor: String
            let link: String
        }

        let invitations: [Invitation]
    }

    /// The links of a batch, as whoever sends them gets them.
    private func follow(_ batch: String, _ desk: inout SeasonDesk) async throws {
        let replicas = try await ReplicaAddress.all(in: context.database)
        guard let replica = replicas.first(where: { $0.service == .onboarding }) else {
            throw RehearsalError("No replica of onboarding runs; start the suite first.")
        }
        let answer = try await client.get(Batch.self, "/invitations?batch=\(batch)", of: replica)
        for invitation in answer.invitations {
            if let contractor = Identifier(invitation.contractor) { desk.links[contractor] = invitation.link }
        }
    }
}

extension Act {
    /// Whether what is said depends on what the suite has decided.
    fileprivate var asks: Bool {
        switch self {
        case .say, .learn, .look: false
        case .signUp, .attempt, .review, .talk, .renew, .week, .rate, .release, .claim, .decide, .pay: true
        }
    }
}
