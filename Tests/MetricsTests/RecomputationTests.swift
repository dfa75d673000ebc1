import Contracts
import Database
import Messaging
import Programmes
import TestKit
import Testing

@testable import MetricsService

@Suite("Figures, computed twice", .serialized, .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct RecomputationTests {
    /// Whether two groups' figures agree; sums of floating numbers may differ in the last digits.
    private static func differences(_ left: [String: Figure], _ right: [String: Figure]) -> [String] {
        Set(left.keys).union(right.keys).sorted().filter { name in
            switch (left[name], right[name]) {
            case (.value(let one?), .value(let other?)): abs(one - other) > 1e-6
            case (let one, let other): one != other
            }
        }
    }

    private static func question(seed: Int) -> KPIQuestion {
        var question = KPIQuestion(asOf: Day(number: [20_060, 20_100, 20_190][seed % 3]))
        question.isSplitByCredential = true
        question.programme = "p"
        if seed % 2 == 0 { question.roles = ["cashier"] }
        return question
    }

    /// Compares every group of a figure with the loops.
    private static func compare<M: Measure>(
        _ measure: M.Type, _ world: World, _ question: KPIQuestion, _ house: DatabaseHouse,
        _ figures: (NaiveFigures) -> [String: Figure], label: Bool = false
    ) async throws {
        let groups = try await house.groups(measure, question)
        for isHeld in [nil, true, false] as [Bool?] {
            for variant in [nil, "plain", "clear"] as [String?] {
                for role in (label ? [nil, "cashier", "porter"] : [nil]) as [String?] {
                    let words = GroupKey(label: role, isHeld: isHeld, variant: variant).words(label: M.label)
                    let naive = figures(
                        NaiveFigures(world: world, question: question, isHeld: isHeld, variant: variant, role: role))
                    guard let group = groups.first(where: { $0.by == words }) else {
                        // A group that nothing belongs to is not listed.
                        let isEmpty = naive.values.allSatisfy { $0 == .count(0) || $0 == .value(nil) }
                        #expect(isEmpty, "\(M.name) \(words)")
                        continue
                    }
                    let different = differences(group.figures, naive)
                    #expect(different == [], "\(M.name) \(words): \(group.figures) but \(naive)")
                }
            }
        }
    }

    @Test(
        "MET-01 MET-02 MET-03 MET-04 MET-05 MET-06 MET-20 MET-21 EXP-05: SQL and loops agree, whatever the order",
        arguments: 0..<24)
    func recomputed(seed: Int) async throws {
        try await OneByOne.inTransaction { transaction in
            let world = World(seed: UInt64(seed))
            var house = DatabaseHouse(transaction)
            for batch in world.batches(seed: UInt64(seed) + 700) { try await house.batch(batch) }
            var question = Self.question(seed: seed)
            question.variants = try await house.exposed(World.plan, programme: "p", before: question.end)
            try await Self.compare(TimeToFill.self, world, question, house, { $0.timeToFill() }, label: true)
            try await Self.compare(FirstWeekErrors.self, world, question, house, { $0.firstWeekErrors() })
            try await Self.compare(Incidents.self, world, question, house, { $0.incidents() })
            try await Self.compare(Participation.self, world, question, house, { $0.participation() })
            try await Self.compare(Completion.self, world, question, house, { $0.completion() })
            try await Self.compare(QualityDelta.self, world, question, house, { $0.qualityDelta() })
            try await Self.compare(Rehire.self, world, question, house, { $0.rehire() })
            try await Self.compare(Clearance.self, world, question, house, { $0.clearance() })
        }
    }

    @Test("MET-21: any order, duplicates and late arrivals give the same figures", arguments: 0..<6)
    func anyOrder(seed: Int) async throws {
        let world = World(seed: UInt64(seed) + 300)
        var told: [[[KPIReport.Group]]] = []
        var funnels: [[FunnelReport.Group]] = []
        for order in 0..<3 {
            let (groups, funnel) = try await Self.figures(world, order: UInt64(seed * 10 + order))
            told.append(groups)
            funnels.append(funnel)
        }
        #expect(told[0] == told[1] && told[1] == told[2])
        #expect(funnels[0] == funnels[1] && funnels[1] == funnels[2])
    }

    private static func figures(
        _ world: World, order: UInt64
    ) async throws -> ([[KPIReport.Group]], [FunnelReport.Group]) {
        let found = Found()
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            for batch in world.batches(seed: order) { try await house.batch(batch) }
            var question = question(seed: 1)
            question.variants = try await house.exposed(World.plan, programme: "p", before: question.end)
            await found.keep(
                [
                    try await house.groups(TimeToFill.self, question),
                    try await house.groups(FirstWeekErrors.self, question),
                    try await house.groups(Incidents.self, question),
                    try await house.groups(Participation.self, question),
                    try await house.groups(Completion.self, question),
                    try await house.groups(QualityDelta.self, question),
                    try await house.groups(Rehire.self, question), try await house.groups(Clearance.self, question),
                    try await house.groups(RewardTotals.self, question),
                ], try await house.funnel("p", question, delivery: .guildhall(tasked: ["till"])))
        }
        return (await found.groups, await found.funnel)
    }

    /// What a transaction that is rolled back leaves behind.
    private actor Found {
        var groups: [[KPIReport.Group]] = []
        var funnel: [FunnelReport.Group] = []

        func keep(_ groups: [[KPIReport.Group]], _ funnel: [FunnelReport.Group]) {
            self.groups = groups
            self.funnel = funnel
        }
    }

    @Test("MET-06: the groups' whole is the rate that has always been computed", arguments: 0..<4)
    func rehire(seed: Int) async throws {
        try await OneByOne.inTransaction { transaction in
            let world = World(seed: UInt64(seed) + 40)
            var house = DatabaseHouse(transaction)
            for batch in world.batches(seed: 3) { try await house.batch(batch) }
            let question = KPIQuestion(asOf: Day(number: 20_150))
            let whole = try await house.groups(Rehire.self, question)[0].figures
            let row = try await transaction.run([
                Call(RehireReport.query, [.date(question.asOf), .int4(90)])
            ])[0][0]
            #expect(whole["eligible"] == .count(try row.int64(0)))
            #expect(whole["rehired"] == .count(try row.int64(1)))
            #expect(whole["censored"] == .count(try row.int64(2)))
        }
    }

    @Test(
        "MET-06: a start counts after the end day, up to the window's last day; an open window is censored",
        arguments: [
            (20_000, 20_090, Int64(1), Int64(0)), (20_001, 20_090, 1, 1), (20_090, 20_090, 1, 1),
            (20_091, 20_091, 1, 0), (20_001, 20_089, 0, 0),
        ])
    func edges(start: Int32, asOf: Int32, eligible: Int64, rehired: Int64) async throws {
        try await OneByOne.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            let one = Fixtures.contractor(1)
            try await house.batch([
                EngagementState(
                    engagement: Fixtures.engagement("E1"), contractor: one, revision: 1, status: .ended,
                    role: "cashier", occurredAt: Fixtures.day(20_000), startsAt: Fixtures.day(19_990),
                    endsAt: Fixtures.day(20_000)),
                EngagementState(
                    engagement: Fixtures.engagement("E2"), contractor: one, revision: 1, status: .active,
                    role: "cashier", occurredAt: Fixtures.day(start), startsAt: Fixtures.day(start, plus: 1)),
            ])
            let question = KPIQuestion(asOf: Day(number: asOf))
            let whole = try await house.groups(Rehire.self, question)[0].figures
            let row = try await transaction.run([
                Call(RehireReport.query, [.date(question.asOf), .int4(90)])
            ])[0][0]
            #expect(whole["eligible"] == .count(eligible))
            #expect(try row.int64(0) == eligible)
            #expect(whole["rehired"] == .count(rehired))
            #expect(try row.int64(1) == rehired)
            #expect(whole["censored"] == .count(1 - eligible))
            #expect(try row.int64(2) == 1 - eligible)
        }
    }
}
