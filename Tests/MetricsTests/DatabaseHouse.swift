import Contracts
import Database
import Messaging
import Programmes

@testable import MetricsService

/// The metrics service's rules over a real database, opened by a door in miniature: links applied, contractors met and
/// locked, queries, decisions, writes.
struct DatabaseHouse {
    let transaction: Transaction
    var programmes = Fixtures.catalogue
    private let rules = MetricsRules()
    private var messages = 0

    init(_ transaction: Transaction) {
        self.transaction = transaction
    }

    private static let meet = Statement(
        "INSERT INTO metrics_contractor (id, canonical) SELECT k, k FROM unnest($1::uuid[]) k ON CONFLICT DO NOTHING")
    private static let link = Statement(
        "UPDATE metrics_contractor SET canonical = $2, link_sequence = $3 WHERE id = $1 AND link_sequence < $3")

    /// Decides payloads as one batch.
    @discardableResult
    mutating func batch(_ payloads: [any Payload]) async throws -> Decisions {
        var items: [Item] = []
        for payload in payloads {
            messages += 1
            items.append(Fixtures.item(payload, message: "M\(messages)"))
        }
        _ = try await transaction.run([Call(Self.meet, [.uuids(items.contractorKeys)])])
        for case let link as ContractorLink in payloads {
            _ = try await transaction.run([
                Call(Self.meet, [.uuids([link.canonical, link.contractor].sorted())]),
                Call(Self.link, [.uuid(link.contractor), .uuid(link.canonical), .int8(link.sequence)]),
            ])
        }
        let loading = rules.loading(items, Roster(), again: false)
        let loaded = try await transaction.run(loading.calls)
        let context = DecisionContext(now: Fixtures.now, roster: Roster(), programmes: programmes)
        var out = Decisions()
        try rules.decide(items, loading, loaded, context, &out)
        if !out.writes.isEmpty { _ = try await transaction.run(out.writes) }
        return out
    }

    /// Fires timers about subjects, as one batch.
    mutating func timers(_ fired: [(timer: TimerFired, about: Identifier)]) async throws -> Decisions {
        let items = fired.map { one in
            Item(
                id: one.timer.key, origin: .timer, type: EventType("guildhall.timer.fired"), source: "urn:test",
                messageID: "\(one.timer.kind)/\(one.timer.key)", contractor: one.about, time: one.timer.due,
                correlation: "\(one.timer.key)", payload: one.timer)
        }
        _ = try await transaction.run([Call(Self.meet, [.uuids(items.contractorKeys)])])
        let loading = rules.loading(items, Roster(), again: false)
        let loaded = try await transaction.run(loading.calls)
        var out = Decisions()
        try rules.decide(
            items, loading, loaded, DecisionContext(now: Fixtures.now, roster: Roster(), programmes: programmes), &out)
        if !out.writes.isEmpty { _ = try await transaction.run(out.writes) }
        return out
    }

    /// All that an experiment is judged by, of those who met a variant.
    func experiment(_ plan: ExperimentPlan, roles: [String], asOf day: Day) async throws -> ExperimentFacts {
        let map = try VariantMap.exposed(
            plan, try await transaction.run([VariantMap.exposures(plan, programme: "p", asOf: day)])[0])
        var languages: [Identifier: String] = [:]
        for row in try await transaction.run([
            Call(ExperimentDesk.languages, [.uuids(map.places.keys.sorted()), .text("p")])
        ])[0] {
            languages[try row.identifier(0)] = try row.text(1)
        }
        let meetings = Meeting.all(map, languages: languages)
        let question = OutcomeQuestion(plan, meetings, of: "p", roles: roles, asOf: day)
        let rules = ExperimentDesk.needed(plan)
        let answers = try await transaction.run(rules.map { $0.call(question) })
        return try ExperimentDesk.facts(
            MadeFacts.register(plan), meetings, rules, answers, window: 90, early: 0, asOf: day)
    }

    /// The groups of a figure.
    func groups<M: Measure>(_ measure: M.Type, _ question: KPIQuestion) async throws -> [KPIReport.Group] {
        let rows = try await transaction.run([Call(M.query, M.parameters(question))])[0]
        return KPIReport.groups(measure, try rows.map { try M.Seen($0) }, question)
    }

    /// Who met which variant first.
    func exposed(_ plan: ExperimentPlan, programme: String, before end: Timestamp) async throws -> VariantMap {
        let rows = try await transaction.run([
            Call(VariantMap.exposures, [.text(programme), .text(plan.id), .timestamptz(end)])
        ])[0]
        var places: [Identifier: VariantMap.Place] = [:]
        for row in rows {
            places[try row.identifier(0)] = .init(variant: try row.text(1), since: try row.timestamp(2))
        }
        return VariantMap(
            experiment: plan.id, analysis: .exposure, variants: plan.variants.map(\.id), places: places)
    }

    /// The groups of a funnel.
    func funnel(_ programme: String, _ question: KPIQuestion, delivery: FunnelDelivery) async throws -> [FunnelReport
        .Group]
    {
        let rows = try await transaction.run([Call(FunnelReport.query, [.text(programme)])])[0]
        return FunnelReport.groups(try rows.map { try FunnelUnit($0) }, question, delivery: delivery)
    }
}
