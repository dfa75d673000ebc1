import Contracts
import Database
import ServiceRuntime

/// All that a worker has of rewards, each with the rule that made it, what opened it and what ends it (GOV-25).
struct Explanation: Sendable {
    private let contractor: Identifier
    private let places: [PoolMembership]
    private let uses: [PremiumUse]
    private let announcements: [Announcement]
    private let allocations: [Allocation]
    private let overrides: [Told<OverrideRecorded>]
    private let decisions: [Told<ClaimDecisionRecorded>]
    private let balances: [(account: String, unit: String, balance: Int64)]

    private static let balances = Statement(
        """
        SELECT account, unit, balance::int8 FROM incentives_balance
        WHERE account = ANY ($1::text[]) AND balance <> 0
        ORDER BY account, unit
        """)
    private static let allocations = Statement(
        """
        SELECT id, kind, contractor, programme, line, quarter, amount, currency, status, held, committed, moment,
            queued_at, served_at, true
        FROM incentives_allocation WHERE contractor = ANY (\(FactStatements.group)) ORDER BY id
        """)
    static let all = [balances, allocations]

    /// What is kept of a worker and of everybody linked.
    static func load(_ contractor: Identifier, in database: Database) async throws -> Explanation {
        try Explanation(contractor, try await database.run(calls(contractor)))
    }

    /// The queries of a worker.
    static func calls(_ contractor: Identifier) -> [Call] {
        let group = Parameter.uuids([contractor])
        let accounts = [
            Account.entitlement(of: contractor), Account.payable(to: contractor), Account.paid(to: contractor),
        ]
        return [
            Call(PoolStatements.load, [group, .uuids([])]), Call(PremiumStatements.loadUses, [group, .uuids([])]),
            Call(AnnouncementStatements.load, [group]), Call(allocations, [group]),
            Call(RecordStatements.loadGroup, [group]), Call(balances, [.texts(accounts)]),
        ]
    }

    /// An explanation of the answers to ``calls(_:)``.
    init(_ contractor: Identifier, _ rows: [Rows]) throws {
        let records = try RecordStatements.facts(rows[4])
        self.contractor = contractor
        places = try rows[0].map { try PoolMembership(row: $0) }
        uses = try rows[1].map { try PremiumUse(row: $0) }
        announcements = try AnnouncementStatements.announcements(rows[2])
        allocations = try BudgetStatements.allocations(rows[3]).map(\.allocation)
        overrides = records.latest(OverrideRecorded.self)
        decisions = records.latest(ClaimDecisionRecorded.self)
        balances = try rows[5].map { (try $0.text(0), try $0.text(1), try $0.int64(2)) }
    }

    /// The explanation as a document.
    var json: JSONValue {
        .object([
            ("contractor", .string("\(contractor)")),
            ("pools", .array(places.map(Explanation.pool))),
            ("premiums", .array(uses.map(premium))),
            ("rewards", .array(announcements.map(reward))),
            ("claimDecisions", .array(decisions.map(Explanation.decision))),
            ("overrides", .array(overrides.map(Explanation.override))),
            (
                "balances",
                .array(
                    balances.map {
                        .object([
                            ("account", .string($0.account)), ("unit", .string($0.unit)),
                            ("balance", .integer($0.balance)),
                        ])
                    })
            ),
        ])
    }

    private static func effect(_ effect: RewardEffect) -> [(String, JSONValue)] {
        [("rule", .string(effect.rule)), ("opens", .string(effect.opens)), ("ends", .string(effect.ends))]
    }

    private static func pool(_ place: PoolMembership) -> JSONValue {
        .object(
            [
                ("pool", .string(place.pool)), ("programme", .string(place.programme)),
                ("programmeVersion", .integer(place.programmeVersion)),
                ("credential", .string("\(place.credential)")), ("open", .bool(place.isOpen)),
                ("from", .string("\(place.from)")), ("until", .string("\(place.until)")),
                ("pausedUntil", place.pausedUntil.map { .string("\($0)") } ?? .null),
                ("because", .string(place.reason)),
            ] + effect(.pool))
    }

    private func premium(_ use: PremiumUse) -> JSONValue {
        .object(
            [
                ("premium", .string("\(use.id)")), ("engagement", .string("\(use.claim.engagement)")),
                ("credential", .string("\(use.claim.credential)")),
                ("programmeVersion", .integer(use.claim.programmeVersion)),
                ("rateBasisPoints", .integer(use.claim.rateBasisPoints)), ("open", .bool(use.isOpen)),
                ("amount", use.claim.amount.map(Explanation.money) ?? .null), ("budget", budget(of: use.id)),
            ] + Explanation.effect(.premium))
    }

    private func reward(_ announcement: Announcement) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("reward", .string("\(announcement.id)")), ("kind", .string(announcement.kind.rawValue)),
            ("programme", .string(announcement.programme)),
        ]
        let effect: RewardEffect
        switch announcement.state {
        case let state as GrantState:
            effect = .grant
            members += [
                ("status", .string(state.status.rawValue)), ("credential", .string("\(state.credential)")),
                ("amount", Explanation.money(state.amount)), ("paid", Explanation.money(state.paid)),
                ("until", .string("\(state.until)")), ("budget", budget(of: state.grant)),
            ]
        case let state as ClaimState:
            effect = .claim
            members += [
                ("status", .string(state.status.rawValue)), ("grant", .string("\(state.grant)")),
                ("asked", Explanation.money(state.asked)), ("approved", Explanation.money(state.approved)),
                ("actor", .string(state.actor)), ("at", .string("\(state.at)")),
                ("because", state.reason.map { .string($0) } ?? .null),
            ]
        case let state as StipendState:
            effect = .stipend
            members += [
                ("status", .string(state.isReturned ? "returned" : "recommended")),
                ("task", .string("\(state.task)")), ("amount", Explanation.money(state.amount)),
                ("budget", budget(of: state.stipend)),
            ]
        case let state as StoryState:
            effect = .story
            members += [
                ("status", .string(state.status.rawValue)), ("credential", .string("\(state.credential)")),
            ]
        case let state as PriorityState:
            effect = .priority
            members += [
                ("rehireEligible", .bool(state.isRehireEligible)), ("briefPriority", .bool(state.hasBriefPriority)),
                ("credential", .string("\(state.credential)")), ("until", .string("\(state.until)")),
            ]
        default: return .object(members)
        }
        return .object(members + Explanation.effect(effect))
    }

    private func budget(of reward: Identifier) -> JSONValue {
        guard let allocation = allocations.first(where: { $0.id == reward }) else { return .null }
        return .object([
            ("status", .string(allocation.status.rawValue)), ("line", .string(allocation.line)),
            ("quarter", allocation.quarter.map { .string($0) } ?? .null),
        ])
    }

    private static func decision(_ told: Told<ClaimDecisionRecorded>) -> JSONValue {
        .object([
            ("claim", .string(told.value.claim)), ("decision", .string(told.value.decision.rawValue)),
            ("actor", .string(told.value.actor)), ("at", .string("\(told.value.eventTime)")),
            ("because", told.value.reason.map { .string($0) } ?? .null),
        ])
    }

    private static func override(_ told: Told<OverrideRecorded>) -> JSONValue {
        .object([
            ("programme", .string(told.value.programme)), ("reward", .string(told.value.reward)),
            ("decision", .string(told.value.decision.rawValue)), ("author", .string(told.value.actor)),
            ("at", .string("\(told.value.eventTime)")), ("because", .string(told.value.reason)),
        ])
    }

    private static func money(_ money: Money) -> JSONValue {
        .object([("minorUnits", .integer(money.minorUnits)), ("currency", .string(money.currency))])
    }
}
