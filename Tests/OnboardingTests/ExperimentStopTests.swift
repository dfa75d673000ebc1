import Contracts
import Messaging
import Programmes
import Testing

@testable import OnboardingService

@Suite("Variants that are stopped or rolled out")
struct ExperimentStopTests {
    /// A worker who is assigned to a variant.
    static func worker(in variant: String, _ plan: ExperimentPlan = RetailProgramme.experiment) throws -> String {
        try #require(
            (1...200).map { "W\($0)" }.first {
                VariantAssignment.variant(of: Fixtures.contractor($0), in: plan)?.id == variant
            })
    }

    private func told(_ house: RulesHouse) -> [ExposureState] {
        house.decisions.flatMap(\.emissions).compactMap { $0.payload as? ExposureState }
    }

    private func catalogue(_ plan: ExperimentPlan) -> ProgrammeCatalogue {
        RetailProgramme.catalogue(RetailProgramme.definition(experiments: [plan]))
    }

    @Test("EXP-12: from the moment of the stop an invitation shows the control, and nobody is exposed by it")
    func stopped() throws {
        let worker = try Self.worker(in: "short")
        for (day, isStopped) in [(104, false), (105, true), (106, true)] as [(Int32, Bool)] {
            var house = RulesHouse(now: 110)
            house.batch([RetailProgramme.stopped(at: 105)])
            house.batch([RetailProgramme.invitation(at: day, worker: worker)])
            #expect(house.facts.invitations.map(\.variants) == [["subject": isStopped ? "plain" : "short"]])
            #expect(house.facts.exposures.map(\.variant) == (isStopped ? [] : ["short"]))
            #expect(told(house).count == (isStopped ? 0 : 1))
            #expect(house.notices(.invitation).map(\.text) == [isStopped ? "invitation" : "invitation-short"])
            // A later revision changes nothing of it.
            house.batch([RetailProgramme.invitation(at: day, worker: worker, revision: 1, batch: "season")])
            #expect(house.facts.exposures.map(\.variant) == (isStopped ? [] : ["short"]))
        }
    }

    @Test("EXP-12: the control and other experiments go on, and other stages stop nothing")
    func others() throws {
        let (short, plain) = (try Self.worker(in: "short"), try Self.worker(in: "plain"))
        var house = RulesHouse(now: 110)
        var other = RetailProgramme.stopped(at: 90)
        other.name = "another"
        house.batch([
            RetailProgramme.stopped(at: 105), other, RetailProgramme.stopped(at: 90, .running),
            RetailProgramme.stopped(at: 90, .concluded),
        ])
        house.batch([
            RetailProgramme.invitation("I1", at: 104, worker: short),
            RetailProgramme.invitation("I2", at: 106, worker: plain),
        ])
        #expect(house.facts.exposures.map(\.variant).sorted() == ["plain", "short"])
    }

    @Test("EXP-12: what was shown before the stop was heard stays shown")
    func shown() throws {
        var house = RulesHouse(now: 110)
        house.batch([RetailProgramme.invitation(at: 106, worker: try Self.worker(in: "short"))])
        let before = (house.facts.invitations, house.facts.exposures)
        house.batch([RetailProgramme.stopped(at: 105)])
        #expect(house.facts.invitations == before.0 && house.facts.exposures == before.1)
        #expect(before.1.count == 1)
    }

    @Test("EXP-12: told twice, late or in any order, the earliest stop of a variant counts", arguments: 0..<20)
    func order(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let stops: [any Payload] = (0..<6).map {
            RetailProgramme.stopped($0 % 3 == 0 ? "plain" : "short", at: 105 + $0)
        }
        let early: [any Payload] = (0..<8).map {
            RetailProgramme.invitation("I\($0)", at: 100 + Int32($0) / 2, worker: "W\($0)")
        }
        let late: [any Payload] = (0..<8).map {
            RetailProgramme.invitation("L\($0)", at: 106 + Int32($0) / 2, worker: "W\(8 + $0)")
        }
        func house() -> RulesHouse {
            var house = RulesHouse(now: 120)
            // Whoever was invited before the stop may come at any time; whoever was invited after it comes after it.
            var first: [any Payload] = stops + stops.prefix(3) + early.prefix(4)
            first.shuffle(using: &random)
            var then: [any Payload] = early + late + stops
            then.shuffle(using: &random)
            while !first.isEmpty {
                let size = Int.random(in: 1...min(4, first.count), using: &random)
                house.batch(Array(first.prefix(size)))
                first.removeFirst(size)
            }
            for record in then { house.batch([record]) }
            return house
        }
        let (one, two) = (house(), house())
        #expect(one.state == two.state)
        #expect(one.facts.stops.map(\.stoppedAt) == [Fixtures.day(105), Fixtures.day(106)])
        #expect(one.facts.invitations.count == 16)
        // The control cannot be taken away; of the other variant nobody new was exposed.
        #expect(one.facts.exposures.allSatisfy { $0.variant == "plain" || $0.exposedAt < Fixtures.day(106) })
        #expect(one.facts.exposures.count { $0.variant == "plain" } > 0)
    }

    @Test("EXP-15: once a variant is rolled out, every invitation follows it, and is told so that it is paid")
    func rolledOut() throws {
        let plan = RetailProgramme.experiment(
            namespace: ExperimentNamespace(id: "n", from: 0, until: 10),
            decision: ExperimentDecision(
                variant: "short", decidedOn: Day(number: 205), from: Day(number: 210), by: "learning", reason: "r"))
        var house = RulesHouse(now: 220, programmes: catalogue(plan))
        house.batch([RetailProgramme.stopped("short", at: 105)])
        house.batch(
            (1...20).map { RetailProgramme.invitation("I\($0)", at: $0 <= 5 ? 209 : 210, worker: "W\($0)") })
        #expect(house.facts.invitations.count { $0.variants == ["subject": "short"] } == 15)
        #expect(house.facts.invitations.count { $0.variants.isEmpty } == 5)
        #expect(told(house).map(\.variant) == Array(repeating: "short", count: 15))
        #expect(house.notices(.invitation).count { $0.text == "invitation-short" } == 15)
    }

    @Test("EXP-15, INC-21: invitation and welcome show the premium that was rolled out by then, and no other")
    func rolledOutPremium() throws {
        let plan = RetailProgramme.experiment(
            decision: ExperimentDecision(
                variant: "short", decidedOn: Day(number: 205), from: Day(number: 210), by: "learning", reason: "r"),
            premium: 700)
        let premium = Rewards(premium: Premium(rateBasisPoints: 500, uses: 2))
        let definition = RetailProgramme.definition(rewards: premium, experiments: [plan])
        let programme = RetailProgramme.programme(definition)
        let pathway = definition.pathways[0]
        let statements = [nil, Day(number: 210)].map { programme.rewardStatement(for: pathway, on: $0).version }
        #expect(statements[0] != statements[1])
        for day in [209, 210] as [Int32] {
            var house = RulesHouse(now: 215, programmes: ProgrammeCatalogue([programme]))
            house.batch([RetailProgramme.invitation(at: day)])
            house.batch(RetailProgramme.consents(at: day, worker: "W2"))
            let shown = statements[day == 209 ? 0 : 1]
            #expect(house.facts.invitations.map(\.statement) == [shown])
            #expect(house.notices(.welcome).map(\.statement) == [shown])
        }
    }

    @Test("EXP-14: who has no place in the namespace takes no part and gets what everybody gets")
    func namespace() {
        let plan = RetailProgramme.experiment(namespace: ExperimentNamespace(id: "n", from: 0, until: 50))
        var house = RulesHouse(now: 110, programmes: catalogue(plan))
        house.batch((1...40).map { RetailProgramme.invitation("I\($0)", at: 100, worker: "W\($0)") })
        let inside = (1...40).map { Fixtures.contractor("W\($0)") }.filter {
            VariantAssignment.place(of: $0.description, in: "n") < 50
        }
        #expect(Set(house.facts.exposures.map(\.contractor)) == Set(inside))
        #expect((5..<36).contains(inside.count))
        #expect(house.facts.invitations.count { $0.variants.isEmpty } == 40 - inside.count)
    }

    @Test("EXP-04, EXP-05: a client is assigned as a whole, and the exposure says which")
    func client() {
        var house = RulesHouse(now: 110, programmes: catalogue(RetailProgramme.experiment(unit: .client)))
        house.batch(
            (0..<40).map { number in
                RetailProgramme.invitation(
                    "I\(number)", at: 100, worker: "W\(number)", client: number < 30 ? "store-\(number % 6)" : nil)
            })
        let states = told(house)
        #expect(states.count == 30)
        let variants = Dictionary(grouping: states) { $0.client }.mapValues { Set($0.map(\.variant)) }
        #expect(variants.count == 6 && variants.values.allSatisfy { $0.count == 1 })
        #expect(Set(variants.values.flatMap { $0 }) == ["plain", "short"])
        #expect(house.facts.exposures.allSatisfy { $0.client != nil })
        // Where workers are assigned, whose client it is plays no part.
        var plain = RulesHouse(now: 110)
        plain.batch([RetailProgramme.invitation(client: "store-1")])
        #expect(told(plain).map(\.client) == [nil])
    }
}
