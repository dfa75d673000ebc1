import Contracts
import Database
import Messaging
import Programmes
import ServiceRuntime
import TestKit
import Testing

@testable import IncentivesService

@Suite("Settlements through the real SQL", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct SettlementDatabaseTests {
    /// Decides items like the door does, and then the settlements that they ask for.
    private struct House {
        let transaction: Transaction
        var programmes = [
            PilotWorld.programme(budgets: [
                PilotWorld.line("grants", 150_00), PilotWorld.line("stipends", 100_00),
                PilotWorld.line("premiums", 100_00),
            ])
        ]
        var world = PilotWorld()
        let now = Timestamp.day("2014-05-01") ?? Timestamp(microseconds: 0)

        private static let meet = Statement(
            """
            INSERT INTO incentives_contractor (id, canonical) SELECT k, k FROM unnest($1::uuid[]) k
            ON CONFLICT DO NOTHING
            """)

        mutating func tell(_ payloads: any Payload...) async throws -> [Decisions] {
            var decided = [try await decide(payloads.map { world.item($0) })]
            while let timers = decided.last?.timers.values.filter({ $0.due <= now }), !timers.isEmpty {
                decided.append(
                    try await decide(
                        timers.sorted { $0.key < $1.key }.map { timer in
                            Item(
                                id: timer.key, origin: .timer, type: EventType("guildhall.timer.fired"),
                                source: "incentives", messageID: "\(timer.key)", contractor: timer.contractor,
                                time: timer.due, correlation: "",
                                payload: TimerFired(key: timer.key, kind: timer.kind, due: timer.due))
                        }))
                #expect(decided.count < 20)
            }
            return decided
        }

        private func decide(_ items: [Item]) async throws -> Decisions {
            let rules = IncentivesRules()
            let loading = rules.loading(items, Roster(), again: false)
            let loaded = try await transaction.run([Call(House.meet, [.uuids(items.contractorKeys)])] + loading.calls)
            var out = Decisions()
            let context = DecisionContext(
                now: now, roster: Roster(), programmes: ProgrammeCatalogue(programmes))
            try rules.decide(items, loading, Array(loaded.dropFirst()), context, &out)
            if !out.writes.isEmpty { _ = try await transaction.run(out.writes) }
            #expect(out.refusals.isEmpty && out.parked.isEmpty)
            return out
        }

        func rows(_ statement: Statement, _ parameters: [Parameter] = []) async throws -> Rows {
            try await transaction.run([Call(statement, parameters)])[0]
        }

        func check() async throws {
            let violations = try await rows(LedgerStatements.violations)
            for row in violations { Issue.record("\(try row.text(0)): \(try row.text(1))") }
        }
    }

    @Test(
        "INC-08, INC-09, INC-13, INC-23, INC-24: every reward out of its line, and the ledger balances"
    )
    func rewards() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = House(transaction: transaction)
            let events = try await house.tell(
                try PilotFacts.enrolment(), try PilotFacts.task(1), try PilotFacts.credential(),
                try PilotFacts.engagement(1, starts: "2014-04-20", value: 600_00))
            #expect(
                Set(events.flatMap { $0.emissions.map(\.type) })
                    == [
                        .poolJoined, .premiumRecommended, .grantChanged, .stipendRecommended, .storyChanged,
                        .priorityChanged,
                    ])
            try await house.check()
            _ = try await house.tell(
                try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 60_00)]),
                try PilotFacts.decision(.approved))
            let paid = try await house.tell(
                try PilotFacts.decision(.paid, at: "2014-04-27"), try PilotFacts.release(.accepted))
            let states = paid.flatMap { $0.emissions.map(\.payload) }
            #expect(states.compactMap { $0 as? ClaimState }.map(\.status) == [.paid])
            #expect(states.compactMap { $0 as? GrantState }.map(\.paid) == [PilotWorld.usd(60_00)])
            #expect(states.compactMap { $0 as? StoryState }.map(\.status) == [.released])
            let stipend = Stipends.id(of: .number(1))
            _ = try await house.tell(try PilotFacts.payment(of: stipend, 20_00))
            let again = try await house.tell(try PilotFacts.payment(of: stipend, 20_00))
            #expect(again.map(\.duplicates.count) == [1])
            try await house.check()
            let worker = PilotFacts.worker(1)
            let balances = try await house.rows(LedgerStatements.balances).reduce(into: [String: Int64]()) {
                $0["\(try $1.text(0)) \(try $1.text(1))"] = try $1.int64(2)
            }
            #expect(balances["contractor:\(worker):paid USD"] == 80_00)
            #expect(balances["contractor:\(worker):payable USD"] == 30_00)
            #expect(balances["programme:pilot:reserved:grants:2014-Q2 USD"] == 90_00)
            #expect(balances["programme:pilot:budget:stipends:2014-Q2 USD"] == -20_00)
        }
    }

    @Test("INC-10, INC-24: a second worker's grant waits in the queue, and a receipt of the first is not paid again")
    func contested() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = House(transaction: transaction)
            _ = try await house.tell(try PilotFacts.credential(101, worker: 1))
            let queued = try await house.tell(try PilotFacts.credential(102, worker: 2))
            #expect(
                queued.flatMap { $0.emissions.compactMap { ($0.payload as? GrantState)?.status } } == [.queued])
            _ = try await house.tell(
                try PilotFacts.claim("C1", worker: 1, receipts: [try PilotFacts.receipt("aa", 60_00)]))
            let second = try await house.tell(
                try PilotFacts.claim("C2", worker: 2, receipts: [try PilotFacts.receipt("aa", 60_00)]))
            let claims = second.flatMap { $0.emissions.compactMap { $0.payload as? ClaimState } }
            #expect(claims.last?.status == .needsInformation)
            let served = try await house.tell(try PilotFacts.credential(101, worker: 1, sequence: 2, .revoked))
            let grants = served.flatMap { $0.emissions.compactMap { $0.payload as? GrantState } }
            #expect(grants.map(\.status) == [.ended, .claimable])
            #expect(grants.last?.contractor == PilotFacts.worker(2))
            try await house.check()
        }
    }

    @Test("INC-22: the report lists rates by group, who has no grant though earned, and overrides with their authors")
    func fairness() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = House(transaction: transaction)
            _ = try await house.tell(
                try PilotFacts.enrolment(), try PilotFacts.credential(101, worker: 1),
                try PilotFacts.credential(102, worker: 2), try PilotFacts.override(.granted, worker: 3))
            let loaded = try await transaction.run(FairnessReport.all.map { Call($0, [.text("pilot")]) })
            let report = try FairnessReport("pilot", loaded)
            let rate = try #require(
                report.rates.first { $0.dimension == "language" && $0.group == "es" && $0.reward == "pool" })
            #expect((rate.enrolled, rate.earned, rate.granted) == (1, 1, 1))
            #expect(report.rates.contains { $0.dimension == "statement" && $0.group == "9f2c41d07a3b" })
            #expect(report.exceptions.count == 2)
            #expect(report.authored.map(\.value.actor) == ["FIN-2"])
            #expect(report.json.description.contains("\"author\":\"FIN-2\""))
        }
    }

    @Test("GOV-25: every effect on a worker is explained: its rule, what opened it, what ends it, and what it rests on")
    func explained() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = House(transaction: transaction)
            _ = try await house.tell(
                try PilotFacts.task(1), try PilotFacts.credential(),
                try PilotFacts.engagement(1, starts: "2014-04-20", value: 600_00),
                try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 60_00)]),
                try PilotFacts.decision(.rejected), try PilotFacts.override(.granted))
            let rows = try await transaction.run(Explanation.calls(PilotFacts.worker(1)))
            let text = try Explanation(PilotFacts.worker(1), rows).json.description
            for effect in [
                RewardEffect.pool, .premium, .grant, .claim, .stipend, .story, .priority,
            ] {
                #expect(text.contains(effect.rule) && text.contains(effect.opens) && text.contains(effect.ends))
            }
            #expect(text.contains("\"actor\":\"FIN-2\""))
            #expect(text.contains("\"author\":\"FIN-2\""))
            #expect(text.contains(Identifier.number(100).description))
        }
    }

    @Test("INC-03: a suspension is kept with its credential and pauses the place")
    func suspension() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = House(transaction: transaction)
            _ = try await house.tell(try PilotFacts.credential())
            let item = house.world.item(
                try PilotFacts.credential(sequence: 2, suspended: "2014-06-01"), .credentialSuspended)
            let rules = IncentivesRules()
            let loading = rules.loading([item], Roster(), again: false)
            let loaded = try await transaction.run(loading.calls)
            var out = Decisions()
            let context = DecisionContext(
                now: house.now, roster: Roster(), programmes: ProgrammeCatalogue(house.programmes))
            try rules.decide([item], loading, loaded, context, &out)
            _ = try await transaction.run(out.writes)
            let places = try await house.rows(PoolStatements.load, [.uuids([PilotFacts.worker(1)]), .uuids([])])
            #expect(try places.map { try PoolMembership(row: $0).pausedUntil } == [Timestamp.day("2014-06-01")])
            let facts = try await house.rows(
                FactStatements.loadCredentials, [.uuids([PilotFacts.worker(1)]), .uuids([])])
            #expect(
                try facts.map { try CredentialFact(row: $0).suspensions.suspendedUntil } == [
                    Timestamp.day("2014-06-01")
                ])
        }
    }
}
