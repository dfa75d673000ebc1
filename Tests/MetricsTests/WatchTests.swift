import Contracts
import Database
import Messaging
import Programmes
import TestKit
import Testing

@testable import MetricsService

@Suite("Looks that are noted and told", .serialized, .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct WatchTests {
    private static let id = ExperimentStages.id("p", "subject")
    private static let arms: [MadeFacts.Arm] = [.init(met: 120, ones: 30), .init(met: 120, ones: 84)]

    /// What a replica does on a day, with what is on record then.
    private static func watch(
        _ transaction: Transaction, _ facts: ExperimentFacts, today: Int32
    ) async throws {
        let known = try await transaction.run([
            Call(WatchStatements.lastNoted, [.uuid(id)]), Call(ExperimentStageFact.reached, [.uuid(id)]),
        ])
        let calls = ExperimentWatch.calls(
            facts.asOf(Day(number: today - 1)), of: "p", version: 3, today: Day(number: today),
            noted: try known[0].first?.optionalDay(0), reached: try known[1].map { try ExperimentStageFact($0) })
        _ = try await transaction.run(calls)
    }

    private static func stages(_ transaction: Transaction) async throws -> [ExperimentStageFact] {
        try await transaction.run([Call(ExperimentStageFact.reached, [.uuid(id)])])[0].map {
            try ExperimentStageFact($0)
        }
    }

    private static func notes(_ transaction: Transaction) async throws -> [NotedLook] {
        try await transaction.run([
            Call(WatchStatements.notes, [.uuid(id), .date(Day(number: 30_000))])
        ])[0].map { try NotedLook($0) }
    }

    /// Fires all timers of stages through the rules, as the door does.
    private static func fire(_ transaction: Transaction, _ house: inout DatabaseHouse) async throws -> Decisions {
        let rows = try await transaction.run([
            Call(
                Statement("DELETE FROM metrics_timer WHERE kind = 'experiment-changed' RETURNING key, due, contractor")
            )
        ])[0]
        return try await house.timers(
            rows.map { row in
                (
                    timer: TimerFired(
                        key: try row.identifier(0), kind: ExperimentStageFact.timer, due: try row.timestamp(1)),
                    about: try row.identifier(2)
                )
            })
    }

    @Test("Every statement of the watch is one that the migrated schema knows")
    func prepares() async throws {
        try await OneByOne.inTransaction { transaction in
            let all = WatchStatements.all + OutcomeRules.all.map { $0.query } + [ExperimentDesk.languages]
            for (number, statement) in all.enumerated() {
                _ = try await transaction.run([Call(Statement("PREPARE watch_\(number) AS \(statement.sql)"))])
            }
        }
    }

    @Test("EXP-10: each day is noted once as it was seen then, days that nobody watched later on")
    func noted() async throws {
        try await OneByOne.inTransaction { transaction in
            let facts = MadeFacts.facts(MadeFacts.plan(), Self.arms, asOf: 30_000)
            for today in [20_001, 20_002, 20_010] as [Int32] {
                // Two replicas do the same.
                try await Self.watch(transaction, facts, today: today)
                try await Self.watch(transaction, facts, today: today)
            }
            let notes = try await Self.notes(transaction)
            #expect(notes.map(\.day.number) == Array(20_000...20_009) && notes[9].met == 80)
            #expect(notes.allSatisfy { $0.verdict == .collecting && $0.p == nil })
            // Late facts change the report, and not what was noted.
            let late = MadeFacts.facts(
                MadeFacts.plan(), [.init(met: 150, ones: 1), .init(met: 150, ones: 9)], asOf: 30_000)
            try await Self.watch(transaction, late, today: 20_010)
            #expect(try await Self.notes(transaction) == notes)
            try await Self.watch(transaction, late, today: 20_300)
            let last = try await Self.notes(transaction)
            #expect(last.count == 110 && last.last?.matured == 300 && last.last?.verdict == .noDifferenceShown)
            #expect((last.last?.p ?? 0) > 0)
        }
    }

    @Test("EXP-10 EXP-15: each stage is told once with an entry in the audit trail, whoever watches and however often")
    func told() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            let day = Day(number: 20_085)
            let plan = MadeFacts.plan(
                decision: ExperimentDecision(
                    variant: "clear", decidedOn: day, from: day.adding(days: 10), by: "learning", reason: "Shown."))
            let facts = MadeFacts.facts(plan, Self.arms, asOf: 30_000)
            try await Self.watch(transaction, facts, today: 20_001)
            try await Self.watch(transaction, facts, today: 20_001)
            let first = try await Self.fire(transaction, &house)
            #expect(first.emissions.map(\.type) == [.experimentChanged] && first.audits.count == 1)
            let state = try #require(first.emissions.first?.payload as? ExperimentState)
            #expect(state.stage == .running && state.experiment == Self.id && state.name == "subject")
            #expect(state.programme == "p" && state.programmeVersion == 3 && state.day == Day(number: 20_000))
            #expect(first.emissions.first?.contractor == Self.id && state.noticedAt.microseconds > 0)
            #expect(first.audits.first?.entry.decision == "experiment.running")
            // Between two days all of it may have been restarted: only what is new is told.
            for today in [20_060, 20_060, 20_061, 20_095, 20_096, 20_120] as [Int32] {
                try await Self.watch(transaction, facts, today: today)
            }
            let later = try await Self.fire(transaction, &house)
            let states = later.emissions.compactMap { $0.payload as? ExperimentState }
            #expect(Set(states.map(\.stage)) == [.concluded, .rolledOut] && states.count == 2)
            #expect(states.allSatisfy { $0.verdict == .difference && $0.variant == "clear" })
            #expect(later.audits.count == 2)
            #expect(try await Self.fire(transaction, &house).emissions.isEmpty)
            // A timer that comes again, such as after a retry, finds that all was told.
            let again = try await house.timers(
                try await Self.stages(transaction).map { stage in
                    (
                        timer: TimerFired(key: stage.key, kind: ExperimentStageFact.timer, due: Fixtures.now),
                        about: stage.id
                    )
                })
            #expect(again.emissions.isEmpty && again.audits.isEmpty)
        }
    }

    @Test("EXP-12: a variant that is stopped is told by its name, once")
    func stopped() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            let plan = MadeFacts.plan(
                guardrails: [ExperimentGuardrail(subject: .optOut, margin: Decimal6(millionths: 50_000))])
            var facts = MadeFacts.facts(
                plan, [.init(met: 120, ones: 60), .init(met: 120, ones: 60)], asOf: 30_000)
            facts.optIns = facts.meetings.filter { $0.variant == 1 }.map {
                OutcomeEvent(person: $0.person, at: $0.since, done: $0.since)
            }
            for today in 20_001...20_040 as ClosedRange<Int32> {
                try await Self.watch(transaction, facts, today: today)
            }
            let states = try await Self.fire(transaction, &house).emissions.compactMap {
                $0.payload as? ExperimentState
            }
            let stop = try #require(states.first { $0.stage == .variantStopped })
            #expect(states.count == 2 && stop.variant == "clear" && stop.reason.contains("opt-out"))
            #expect(try await Self.stages(transaction).count == 2)
        }
    }

    @Test("EXP-10: a conclusion that late facts change is told again")
    func changed() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            let alike = MadeFacts.facts(
                MadeFacts.plan(), [.init(met: 120, ones: 48), .init(met: 120, ones: 50)], asOf: 30_000)
            try await Self.watch(transaction, alike, today: 20_112)
            let facts = MadeFacts.facts(MadeFacts.plan(), Self.arms, asOf: 30_000)
            try await Self.watch(transaction, facts, today: 20_113)
            try await Self.watch(transaction, facts, today: 20_114)
            let states = try await Self.fire(transaction, &house).emissions.compactMap {
                $0.payload as? ExperimentState
            }
            #expect(
                Set(states.filter { $0.stage == .concluded }.map(\.verdict)) == [.noDifferenceShown, .difference])
            #expect(states.count == 3)
        }
    }

    @Test("A stage whose timer a replica of the previous version let pass is taken up again")
    func forgotten() async throws {
        try await OneByOne.inTransaction { transaction in
            let facts = MadeFacts.facts(MadeFacts.plan(), Self.arms, asOf: 30_000)
            try await Self.watch(transaction, facts, today: 20_001)
            #expect(try await transaction.run([Call(WatchStatements.forgotten)])[0].isEmpty)
            _ = try await transaction.run([
                Call(Statement("DELETE FROM metrics_timer WHERE kind = 'experiment-changed'")),
                Call(
                    Statement(
                        "UPDATE metrics_experiment_stage SET noticed_at = guildhall_now() - interval '2 minutes'")),
            ])
            let rows = try await transaction.run([Call(WatchStatements.forgotten)])[0]
            #expect(try rows.map { try $0.identifier(1) } == [Self.id])
        }
    }

    @Test("Experiments are no contractors: they are not counted as such")
    func uncounted() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            func count() async throws -> Int64 {
                try await transaction.run([Call(StatusReport.contractorCount)])[0][0].int64(0)
            }
            let before = try await count()
            let facts = MadeFacts.facts(MadeFacts.plan(), Self.arms, asOf: 30_000)
            try await Self.watch(transaction, facts, today: 20_001)
            _ = try await Self.fire(transaction, &house)
            #expect(try await count() == before)
        }
    }
}
