import Contracts
import Messaging
import Programmes
import Testing

@testable import IncentivesService

@Suite("Priorities and tiers")
struct PriorityTests {
    private func brief(
        _ revision: Int64 = 1, on date: String = "2014-05-01", isWithdrawn: Bool = false
    ) throws -> Told<BriefRecorded> {
        let value = BriefRecorded(
            id: "B1", revision: revision, eventTime: try PilotFacts.day(date), programme: "pilot", tier: "first-look",
            roleCode: "associate", isWithdrawn: isWithdrawn)
        return Told(id: .number(5), source: PilotWorld.source, contractor: nil, value: value)
    }

    private func access(
        _ briefs: [Told<BriefRecorded>], _ world: PilotWorld, _ at: String, hours: Int64 = 0
    ) throws -> BriefAccess.Answer {
        BriefAccess.answer(
            briefs, world.programmes[0].definition.rewards.tiers.first, Array(world.rewards.places.values),
            hasPriority: world.states(PriorityState.self).contains(where: \.hasBriefPriority),
            at: try PilotFacts.day(at).adding(seconds: hours * 3600))
    }

    @Test("INC-17: completing the programme sets the rehire flag, and the matching system hears of it")
    func rehire() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.credential())
        let event = try #require(world.emissions.last { $0.type == .priorityChanged }?.payload as? PriorityState)
        #expect(event.isRehireEligible && event.hasBriefPriority)
        #expect(event.until == Timestamp.day("2015-04-10"))
    }

    @Test("INC-17, INC-30: the flag ends with the credential, and pauses while that is suspended")
    func ends() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.credential())
        world.tell(
            [try PilotFacts.credential(sequence: 2, suspended: "2014-05-20")], type: .credentialSuspended)
        #expect(world.states(PriorityState.self).map(\.isRehireEligible) == [false])
        world.advance(to: "2014-05-20")
        #expect(world.states(PriorityState.self).map(\.isRehireEligible) == [true])
        world.tell(try PilotFacts.credential(sequence: 3, .revoked, revoked: "2014-05-21"))
        #expect(world.states(PriorityState.self).map(\.hasBriefPriority) == [false])
        #expect(world.states(PriorityState.self).map(\.sequence) == [4])
    }

    @Test("INC-17: of two credentials the one that is valid longer carries the flag, in whatever order they come")
    func longer() throws {
        let pair = [try PilotFacts.credential(), try PilotFacts.credential(101, awarded: "2014-04-20")]
        for told in [pair, pair.reversed()] {
            var world = PilotWorld()
            for credential in told { world.tell(credential) }
            let state = try #require(world.states(PriorityState.self).first)
            #expect(state.credential == .number(101))
            #expect(state.until == Timestamp.day("2015-04-20"))
            #expect(state.from == Timestamp.day("2014-04-10"))
        }
    }

    @Test("INC-17, INC-18: the two flags are set apart, as the programme declares them")
    func apart() throws {
        for (isEligible, isFirst) in [(true, false), (false, true)] {
            var world = PilotWorld(
                PilotWorld.programme(
                    priority: PriorityPlan(
                        pathway: "pos", isRehireEligible: isEligible, hasBriefPriority: isFirst)))
            world.tell(try PilotFacts.credential())
            let state = try #require(world.states(PriorityState.self).first)
            #expect(state.isRehireEligible == isEligible)
            #expect(state.hasBriefPriority == isFirst)
        }
    }

    @Test("INC-04: a place in another pool, in another programme or past its end shows nothing early")
    func elsewhere() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.credential())
        let place = try #require(world.rewards.places.values.first)
        let tier = world.programmes[0].definition.rewards.tiers.first
        func isOpen(_ place: PoolMembership) throws -> Bool {
            BriefAccess.answer(
                [try brief()], tier, [place], hasPriority: false, at: try PilotFacts.day("2014-05-01")
            ).isOpen
        }
        #expect(try isOpen(place))
        var over = place
        over.until = try PilotFacts.day("2014-05-01")
        #expect(try !isOpen(over))
        var foreign = place
        foreign.programme = "other"
        #expect(try !isOpen(foreign))
        let other = PoolMembership(
            id: place.id, credential: place.credential, pool: "other", contractor: place.contractor,
            programme: place.programme, programmeVersion: 1, from: place.from, until: place.until, isOpen: true,
            reason: "", sequence: 1)
        #expect(try !isOpen(other))
    }

    @Test("INC-18: priority on a brief is an order among those who see it, and opens nothing")
    func hint() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.credential())
        #expect(try access([brief()], world, "2014-05-01").isFirst)
        let outsider = PilotWorld()
        let open = try access([brief()], outsider, "2014-05-03")
        #expect(open.isOpen)
        #expect(!open.isFirst)
        let closed = BriefAccess.answer(
            [try brief()], world.programmes[0].definition.rewards.tiers.first, [], hasPriority: true,
            at: try PilotFacts.day("2014-05-01"))
        #expect(!closed.isOpen)
    }

    @Test("INC-04: members of the pool see a brief first for the tier's hours, then everybody does")
    func tier() throws {
        var member = PilotWorld()
        member.tell(try PilotFacts.credential())
        let outsider = PilotWorld()
        #expect(try !access([brief()], member, "2014-04-30").isOpen)
        #expect(try access([brief()], member, "2014-05-01").isOpen)
        #expect(try !access([brief()], outsider, "2014-05-01", hours: 47).isOpen)
        #expect(try access([brief()], outsider, "2014-05-01", hours: 48).isOpen)
        let filled = try [brief(2, on: "2014-05-02", isWithdrawn: true), brief()]
        #expect(try access(filled, member, "2014-05-01").isOpen)
        #expect(try !access(filled, member, "2014-05-02").isOpen)
        #expect(try !access([], member, "2014-05-02").isOpen)
    }

    @Test("INC-03, INC-04: a suspended member waits like everybody else until the suspension is over")
    func suspended() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.credential())
        world.tell(
            [try PilotFacts.credential(sequence: 2, suspended: "2014-05-02")], type: .credentialSuspended)
        #expect(try !access([brief()], world, "2014-05-01").isOpen)
        #expect(try access([brief()], world, "2014-05-02").isOpen)
    }

    @Test("INC-04: leaving the tier takes no work away that was accepted, nor the premium of work that started")
    func accepted() throws {
        var world = PilotWorld()
        world.tell(
            try PilotFacts.credential(), try PilotFacts.engagement(1, starts: "2014-04-20", value: 600_00),
            try PilotFacts.engagement(2, .accepted, starts: "2014-05-20"))
        let (engagements, count) = (world.facts.engagements, world.emissions.count)
        world.tell(try PilotFacts.credential(sequence: 2, .revoked, revoked: "2014-04-30"))
        #expect(world.rewards.places.values.allSatisfy { !$0.isOpen })
        #expect(world.facts.engagements == engagements)
        #expect(world.rewards.uses.values.map(\.isOpen) == [true])
        #expect(!world.emissions.dropFirst(count).contains { $0.type == .premiumReturned })
    }
}
