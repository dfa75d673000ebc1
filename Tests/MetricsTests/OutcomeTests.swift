import Contracts
import Database
import Programmes
import Statistics
import TestKit
import Testing

@testable import MetricsService

@Suite(
    "Outcomes of those who met a variant", .serialized,
    .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct OutcomeTests {
    /// All figures at once, in worlds of more workers than others need.
    private static func plan(_ seed: Int, primary: String = "participation") -> ExperimentPlan {
        let others = OutcomeRules.all.map { $0.kpi }.filter { $0 != primary }
        return ExperimentPlan(
            id: World.plan.id, hypothesis: "h", salt: "s", variants: World.plan.variants, pathway: "till",
            primary: primary, secondary: others, from: World.plan.from,
            until: Day(number: seed % 3 == 0 ? 20_020 : 20_120), sizePerVariant: 60, override: "Few work here.",
            within: [20, 45, 60][seed % 3], preDays: 15, adjustment: .covariate,
            guardrails: ExperimentGuardrail.Subject.allCases.map {
                ExperimentGuardrail(subject: $0, margin: Decimal6(millionths: 50_000))
            })
    }

    @Test(
        "EXP-05 EXP-06 EXP-07 EXP-10: every outcome and every look agree with loops over the facts, whatever the order",
        arguments: 0..<18)
    func recomputed(seed: Int) async throws {
        try await OneByOne.inTransaction { transaction in
            let world = World(seed: UInt64(seed) + 900, workers: 40)
            var house = DatabaseHouse(transaction)
            for batch in world.batches(seed: UInt64(seed)) { try await house.batch(batch) }
            let (plan, asOf) = (Self.plan(seed), Day(number: [20_060, 20_130, 20_280][seed % 3]))
            let roles = seed % 2 == 0 ? ["cashier"] : []
            let facts = try await house.experiment(plan, roles: roles, asOf: asOf)
            let naive = NaiveExperiment(world: world, plan: plan, roles: roles, asOf: asOf)
            #expect(facts.meetings.count == naive.met.count && !facts.meetings.isEmpty)
            for rule in OutcomeRules.all {
                // What has not matured is not fixed, and nobody reads it.
                let units = (facts.outcomes[rule.kpi] ?? []).filter { $0.maturesOn <= asOf }
                let wanted = naive.units(rule.kpi).filter { $0.fixed <= asOf }
                let key = { (variant: String, fixed: Day, value: Double, pre: Double?) in
                    "\(variant) \(fixed) \((value * 1e5).rounded()) \(pre.map { ($0 * 1e5).rounded() } ?? -1)"
                }
                #expect(
                    units.map { key(plan.variants[$0.variant].id, $0.maturesOn, $0.value, $0.pre) }.sorted()
                        == wanted.map { key($0.variant, $0.fixed, $0.value, $0.pre) }.sorted(), "\(rule.kpi)")
                Self.compareLooks(rule, facts, naive)
            }
        }
    }

    private static func compareLooks(
        _ rule: any OutcomeRule.Type, _ facts: ExperimentFacts, _ naive: NaiveExperiment
    ) {
        guard let figure = FigureReading(rule.kpi, facts, stops: [:]) else {
            Issue.record("\(rule.kpi) has no reading")
            return
        }
        // The weights are even, and hardly ever do forty workers fill them so unevenly that a look is blocked.
        guard !figure.series.looks.contains(where: \.isBlocked) else { return }
        let wanted = naive.looks(rule.kpi, kind: rule.kind, tau: rule.kind == .proportion ? 0.1 : nil)
        #expect(figure.series.looks.count == wanted.count)
        for (look, want) in zip(figure.series.looks, wanted) {
            let reading = look.readings[0]
            #expect(look.units == want.units, "\(rule.kpi) \(look.day)")
            #expect(abs(reading.p - want.p) < 1e-6, "\(rule.kpi) \(look.day): \(reading.p), not \(want.p)")
            #expect((reading.estimate == nil) == (want.difference == nil))
            #expect(abs((reading.estimate ?? 0) - (want.difference ?? 0)) < 1e-6, "\(rule.kpi) \(look.day)")
        }
    }

    @Test(
        "EXP-10: any order of arrival, duplicates and late facts give the same report, digit for digit",
        arguments: 0..<4)
    func anyOrder(seed: Int) async throws {
        let world = World(seed: UInt64(seed) + 950, workers: 40)
        let found = Readings()
        for order in 0..<3 {
            try await OneByOne.inTransaction { transaction in
                var house = DatabaseHouse(transaction)
                for batch in world.batches(seed: UInt64(seed * 10 + order)) { try await house.batch(batch) }
                let facts = try await house.experiment(Self.plan(seed), roles: [], asOf: Day(number: 20_280))
                await found.keep(.of(facts))
            }
        }
        let readings = await found.readings
        #expect(readings.count == 3 && readings[0] == readings[1] && readings[1] == readings[2])
        #expect(readings[0].secondaryComparisons.count == 7 && readings[0].guardrails.count == 3)
    }

    /// What transactions that are rolled back leave behind.
    private actor Readings {
        var readings: [ExperimentReading] = []

        func keep(_ reading: ExperimentReading) { readings.append(reading) }
    }

    @Test("EXP-05 EXP-15: who meets the variant that was rolled out after the last day takes no part")
    func rolledOut() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            func exposure(_ worker: Int, _ day: Int32) -> ExposureState {
                ExposureState(
                    exposure: .derived("exposure", "\(worker)"), contractor: Fixtures.contractor(worker),
                    programme: "p", programmeVersion: 1, experiment: World.plan.id, variant: "clear",
                    client: "stores-\(worker)", exposedAt: Fixtures.day(day, plus: 1))
            }
            try await house.batch([exposure(1, 20_020), exposure(2, 20_120), exposure(3, 20_121)])
            let facts = try await house.experiment(World.plan, roles: [], asOf: Day(number: 20_200))
            #expect(Set(facts.meetings.map(\.person)) == [Fixtures.contractor(1), Fixtures.contractor(2)])
            #expect(Set(facts.meetings.compactMap(\.client)) == ["stores-1", "stores-2"])
            #expect(try await house.experiment(World.plan, roles: [], asOf: Day(number: 20_019)).meetings.isEmpty)
        }
    }

    @Test("EXP-07: an engagement that ended nobody knows when says nothing of a rehire")
    func endless() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            let one = Fixtures.contractor(1)
            func engagement(_ id: String, _ from: Int32, until: Int32?) -> EngagementState {
                EngagementState(
                    engagement: Fixtures.engagement(id), contractor: one, revision: 1, status: .ended,
                    role: "cashier", occurredAt: Fixtures.day(from), startsAt: Fixtures.day(from),
                    endsAt: until.map { Fixtures.day($0) })
            }
            let exposure = ExposureState(
                exposure: .derived("exposure", "1"), contractor: one, programme: "p", programmeVersion: 1,
                experiment: World.plan.id, variant: "clear", exposedAt: Fixtures.day(20_010))
            try await house.batch([exposure, engagement("E1", 20_011, until: nil)])
            let plan = Self.plan(1, primary: "rehire")
            let asOf = Day(number: 20_280)
            #expect(try await house.experiment(plan, roles: [], asOf: asOf).outcomes["rehire"] == [])
            try await house.batch([engagement("E2", 20_012, until: 20_020), engagement("E3", 20_110, until: 20_120)])
            let units = try await house.experiment(plan, roles: [], asOf: asOf).outcomes["rehire"] ?? []
            #expect(units.map(\.value) == [1] && units.map(\.maturesOn.number) == [20_110])
        }
    }

    @Test("EXP-12: opting out counts from when it was told, and an invitation's language tells groups apart")
    func optedOut() async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            let one = Fixtures.contractor(1)
            func enrolment(_ status: EnrolmentStatus, _ sequence: Int64) -> EnrolmentState {
                EnrolmentState(
                    enrolment: .derived("enrolment", "1"), contractor: one, programme: "p", programmeVersion: 1,
                    pathway: "till", offering: "o", status: status, optedInAt: Fixtures.day(20_011),
                    sequence: sequence)
            }
            let exposure = ExposureState(
                exposure: .derived("exposure", "1"), contractor: one, programme: "p", programmeVersion: 1,
                experiment: World.plan.id, variant: "clear", exposedAt: Fixtures.day(20_010))
            let invitation = InvitationState(
                invitation: .derived("invitation", "1"), contractor: one, programme: "p", programmeVersion: 1,
                pathway: "till", offering: "o", expectedHours: Decimal6(4), statement: "s", variants: [:],
                language: "vi", invitedAt: Fixtures.day(20_010), expiresAt: Fixtures.day(20_030), isWithdrawn: false,
                sequence: 1)
            try await house.batch([exposure, invitation, enrolment(.withdrawn, 2), enrolment(.open, 1)])
            let plan = Self.plan(1)
            let facts = try await house.experiment(plan, roles: [], asOf: Day(number: 20_100))
            #expect(facts.optIns.map(\.done) == [Fixtures.now] && facts.optIns.map(\.at) == [Fixtures.day(20_011)])
            #expect(facts.meetings.map(\.language) == ["vi"])
            try await house.batch([enrolment(.open, 3)])
            #expect(try await house.experiment(plan, roles: [], asOf: Day(number: 20_100)).optIns.map(\.done) == [nil])
        }
    }
}
