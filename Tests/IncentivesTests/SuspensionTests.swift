import Contracts
import Messaging
import Programmes
import Testing

@testable import IncentivesService

@Suite("Suspension, revocation and variants")
struct SuspensionTests {
    private func suspend(
        _ world: inout PilotWorld, _ sequence: Int64, until: String?, at time: String
    ) throws {
        world.tell(
            [try PilotFacts.credential(sequence: sequence, suspended: until)], type: .credentialSuspended,
            at: try PilotFacts.day(time))
    }

    @Test("INC-03: a suspended credential pauses its place, and lifting it brings the place back, under one membership")
    func pauses() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.credential())
        try suspend(&world, 2, until: "2014-06-01", at: "2014-04-15")
        let place = try #require(world.rewards.places.values.first)
        #expect(place.isOpen)
        #expect(place.reason == "paused: credential suspended")
        #expect(try !place.counts(at: PilotFacts.day("2014-05-31")))
        try suspend(&world, 3, until: nil, at: "2014-04-18")
        #expect(world.rewards.places.count == 1)
        #expect(world.rewards.places.values.first?.pausedUntil == nil)
        #expect(world.rewards.places.values.first?.reason == "suspension over")
        #expect(world.emissions.filter { $0.type == .poolJoined }.count == 3)
    }

    @Test("INC-03, INC-06: no premium use starts while the credential is suspended, in whichever order that is told")
    func starts() throws {
        for isReversed in [false, true] {
            var world = PilotWorld()
            world.tell(try PilotFacts.credential())
            let marks: [(Int64, String?, String)] = [(2, "2014-06-01", "2014-04-15"), (3, nil, "2014-04-18")]
            for mark in isReversed ? marks.reversed() : marks {
                try suspend(&world, mark.0, until: mark.1, at: mark.2)
            }
            for day in 14...19 { world.tell(try PilotFacts.engagement(day, starts: "2014-04-\(day)")) }
            let used = Set(world.rewards.uses.values.filter(\.isOpen).map { Int($0.claim.engagement.low) })
            #expect(used == [14, 18])
        }
    }

    @Test("INC-30: a revocation for cause ends pool, priority and premium, and leaves what was earned before")
    func cause() throws {
        var world = PilotWorld()
        world.tell(
            try PilotFacts.credential(), try PilotFacts.engagement(1, starts: "2014-04-20", value: 600_00),
            try PilotFacts.task(1))
        world.tell(try PilotFacts.credential(sequence: 2, .revoked, revoked: "2014-04-25"))
        world.tell(try PilotFacts.engagement(2, starts: "2014-04-26", value: 600_00))
        #expect(world.rewards.uses.values.filter(\.isOpen).map { Int($0.claim.engagement.low) } == [1])
        #expect(world.rewards.places.values.allSatisfy { !$0.isOpen })
        #expect(world.states(PriorityState.self).allSatisfy { !$0.isRehireEligible && !$0.hasBriefPriority })
        #expect(world.grant?.status == .claimable)
        #expect(world.balances["contractor:\(PilotFacts.worker(1)):payable USD"] == 50_00)
        world.check()
    }

    @Test("INC-03: a renewed credential prolongs the place")
    func renewed() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.credential())
        var renewed = try PilotFacts.credential(sequence: 2)
        renewed.validUntil = renewed.validUntil.adding(months: 12)
        world.tell([renewed], type: .credentialRenewed)
        #expect(world.rewards.places.values.map(\.until) == [renewed.validUntil])
    }

    @Test("EXP-05, INC-06: the rate is that of the variant that was met first, whenever that becomes known")
    func variants() throws {
        let plan = ExperimentPlan(
            id: "rate", hypothesis: "Synthetic.", salt: "s",
            variants: [ExperimentVariant(id: "a"), ExperimentVariant(id: "b", premiumBasisPoints: 700)],
            primary: "participation", from: Day(number: 0), until: Day(number: 30_000), sizePerVariant: 50)
        func exposure(_ number: Int, _ variant: String, _ date: String) throws -> ExposureState {
            ExposureState(
                exposure: .number(number), contractor: PilotFacts.worker(1), programme: "pilot", programmeVersion: 1,
                experiment: "rate", variant: variant, exposedAt: try PilotFacts.day(date))
        }
        let payloads: [any Payload] = [
            try PilotFacts.credential(), try PilotFacts.engagement(1, starts: "2014-04-20", value: 600_00),
            try exposure(1, "b", "2014-03-01"), try exposure(2, "a", "2014-03-02"),
        ]
        for seed in 0..<20 as Range<UInt64> {
            var random = SeededGenerator(seed: seed)
            var world = PilotWorld(PilotWorld.programme(experiments: [plan]))
            for payload in payloads.shuffled(using: &random) { world.tell(payload) }
            #expect(world.rewards.uses.values.filter(\.isOpen).map(\.claim.rateBasisPoints) == [700])
            #expect(world.balances["contractor:\(PilotFacts.worker(1)):payable USD"] == 42_00)
            world.check()
        }
    }

    /// An experiment about the rate, and perhaps what was decided after it.
    private func rates(decidedFrom from: Day?) -> ExperimentPlan {
        ExperimentPlan(
            id: "rate", hypothesis: "Synthetic.", salt: "s",
            variants: [
                ExperimentVariant(id: "a"), ExperimentVariant(id: "b", premiumBasisPoints: 700),
                ExperimentVariant(id: "c", premiumBasisPoints: 800),
            ], primary: "participation", from: Day(number: 0), until: Day(number: 10), sizePerVariant: 50,
            decision: from.map {
                ExperimentDecision(variant: "c", decidedOn: $0, from: $0, by: "learning", reason: "Synthetic.")
            })
    }

    @Test(
        "EXP-15, INC-22: whoever is awarded after a roll-out gets no less than everybody, whatever was met before",
        arguments: [
            (0, "a", 800), (1, "a", 500), (1, "b", 700), (0, nil, 800), (1, nil, 500), (0, "b", 800),
        ] as [(Int, String?, Int64)])
    func rolledOut(daysAfter: Int, met: String?, rate: Int64) throws {
        // The credential's day is the first one of the new default, or the last one before it.
        let first = try PilotFacts.credential().awardedAt.day.adding(days: daysAfter)
        let early = PilotWorld.programme(experiments: [rates(decidedFrom: nil)])
        let decided = PilotWorld.programme(experiments: [rates(decidedFrom: first)]).definition
        // The decision may stand in the version of the enrolment, or in one that came after it.
        for versions in [
            [PublishedProgramme(definition: decided, version: early.version, publishedAt: early.publishedAt)],
            [early, PublishedProgramme(definition: decided, version: 2, publishedAt: early.publishedAt)],
        ] {
            var world = PilotWorld()
            world.programmes = versions
            if let met {
                world.tell(
                    ExposureState(
                        exposure: .number(1), contractor: PilotFacts.worker(1), programme: "pilot",
                        programmeVersion: 1, experiment: "rate", variant: met,
                        exposedAt: try PilotFacts.day("2014-03-01")))
            }
            world.tell(try PilotFacts.credential())
            world.tell(try PilotFacts.engagement(1, starts: "2014-04-20", value: 600_00))
            #expect(world.rewards.uses.values.filter(\.isOpen).map(\.claim.rateBasisPoints) == [rate])
            world.check()
        }
    }

    @Test("a history of suspensions survives its column")
    func column() throws {
        var history = SuspensionHistory()
        #expect(history.text == nil)
        _ = history.note(sequence: 4, at: Timestamp(microseconds: 10), until: Timestamp(microseconds: 50))
        _ = history.note(sequence: 6, at: Timestamp(microseconds: 20), until: nil)
        #expect(try SuspensionHistory(text: try #require(history.text)) == history)
        #expect(
            history.spans == [
                SuspensionHistory.Span(from: Timestamp(microseconds: 10), until: Timestamp(microseconds: 20))
            ])
        #expect(history.suspendedUntil == nil)
    }
}
