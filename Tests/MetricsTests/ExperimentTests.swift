import Contracts
import Programmes
import Testing

@testable import MetricsService

@Suite("Experiments")
struct ExperimentTests {
    private static func register(_ plans: [[ExperimentPlan]]) -> ExperimentRegister? {
        ExperimentRegister(
            "subject",
            plans.enumerated().map { Fixtures.programme("p", Int64($0.offset + 1), experiments: $0.element) })
    }

    @Test("EXP-01: the first version that declares an experiment registers it, with the digest of its plan")
    func registered() throws {
        let register = try #require(Self.register([[], [Fixtures.plan()], [Fixtures.plan()]]))
        #expect(register.version == 2)
        #expect(register.registeredAt == Fixtures.day(19_992))
        #expect(register.registered.digest.count == 64)
        #expect(register.deviations.isEmpty)
        #expect(Self.register([[], []]) == nil)
    }

    @Test("EXP-01: every later change of the plan is a deviation that says what changed")
    func deviations() throws {
        let changed = Fixtures.plan(until: 20_150, primary: "rehire")
        let register = try #require(Self.register([[Fixtures.plan()], [changed], [changed], []]))
        try #require(register.deviations.map(\.version) == [2, 4])
        #expect(register.deviations[0].changes.map(\.field) == ["primary", "until"])
        #expect(register.deviations[0].changes[0].before == "time-to-fill")
        #expect(register.deviations[0].changes[0].after == "rehire")
        #expect(register.deviations[1].changes.map(\.after) == ["not declared"])
        #expect(register.plan == changed && register.registered == Fixtures.plan())
    }

    @Test("EXP-01: every field of a plan counts towards its digest")
    func digest() {
        let base = Fixtures.plan()
        let others = [
            Fixtures.plan(salt: "other"), Fixtures.plan(until: 20_121), Fixtures.plan(primary: "rehire"),
            Fixtures.plan(secondary: []), Fixtures.plan("other"),
        ]
        #expect(Set(others.map(\.digest) + [base.digest]).count == 6)
        #expect(Fixtures.plan().digest == base.digest)
    }

    @Test("EXP-02: a variant with fewer than 50 workers is labelled")
    func floor() throws {
        let register = try #require(Self.register([[Fixtures.plan()]]))
        let day = Day(number: 20_200)
        let small = ExperimentStanding(register, sizes: [("plain", 49), ("clear", 50)], asOf: day)
        #expect(small.labels.count == 1 && small.labels[0].contains("plain has 49"))
        #expect(ExperimentStanding(register, sizes: [("plain", 50), ("clear", 50)], asOf: day).labels.isEmpty)
    }

    @Test("EXP-03: before 60 days the verdict is withheld, and stopping early is marked")
    func duration() throws {
        let register = try #require(Self.register([[Fixtures.plan()]]))
        let sizes: [(variant: String, workers: Int64)] = [("plain", 90), ("clear", 90)]
        let early = ExperimentStanding(register, sizes: sizes, asOf: Day(number: 20_058))
        #expect(early.isVerdictWithheld && early.daysRun == 59)
        let enough = ExperimentStanding(register, sizes: sizes, asOf: Day(number: 20_059))
        #expect(!enough.isVerdictWithheld && enough.daysRun == 60)
        let stopped = try #require(Self.register([[Fixtures.plan()], [Fixtures.plan(until: 20_030)]]))
        let standing = ExperimentStanding(stopped, sizes: sizes, asOf: Day(number: 20_300))
        #expect(standing.isVerdictWithheld && standing.daysRun == 31)
        #expect(standing.labels.contains { $0.hasPrefix("Stopped early") })
        #expect(ExperimentStanding(register, sizes: sizes, asOf: Day(number: 19_000)).daysRun == 0)
    }

    @Test("EXP-05: exposure is told apart from assignment, and who crossed is counted")
    func exposure() {
        let plan = Fixtures.plan()
        let people = (0..<200).map {
            (person: Fixtures.contractor($0), since: Fixtures.day(20_001), client: String?.none)
        }
        let assigned = VariantMap.assigned(plan, people)
        #expect(assigned.places.count == 200 && assigned.analysis == .assignment)
        var places: [Identifier: VariantMap.Place] = [:]
        for (number, one) in people.prefix(50).enumerated() {
            let own = VariantAssignment.variant(of: one.person, in: plan)?.id ?? ""
            let met = number < 3 ? (own == "plain" ? "clear" : "plain") : own
            places[one.person] = .init(variant: met, since: Fixtures.day(20_002))
        }
        let exposed = VariantMap(
            experiment: plan.id, analysis: .exposure, variants: plan.variants.map(\.id), places: places)
        let variants = ExperimentReport.variants(plan, exposed: exposed, assigned: assigned)
        #expect(variants.map(\.assigned).reduce(0, +) == 200)
        #expect(variants.map(\.exposed).reduce(0, +) == 50)
        #expect(variants.map(\.crossed).reduce(0, +) == 3)
        #expect(assigned.sizes.map(\.workers).reduce(0, +) == 200)
    }

    @Test("EXP-05: what happened before the exposure belongs to no variant")
    func before() {
        let person = Fixtures.contractor(1)
        var question = KPIQuestion(asOf: Day(number: 20_100))
        question.variants = VariantMap(
            experiment: "subject", analysis: .exposure, variants: ["plain", "clear"],
            places: [person: .init(variant: "clear", since: Fixtures.day(20_010))])
        let seen = [20_009, 20_010, 20_011].map { day in
            Rehire.Seen(
                circumstances: Circumstances(person: person, at: Fixtures.day(day), isHeld: false, label: nil),
                isClosed: true, isFollowed: true)
        }
        let groups = KPIReport.groups(Rehire.self, seen, question)
        #expect(groups[0].figures["eligible"] == .count(3))
        #expect(groups.first { $0.by == ["variant": "clear"] }?.figures["eligible"] == .count(2))
        #expect(groups.first { $0.by == ["variant": "plain"] }?.figures["rate"] == .value(nil))
    }
}
