import Contracts
import Messaging
import Programmes
import Testing

@testable import IncentivesService

@Suite("Stipends and payments")
struct StipendTests {
    private let worker = PilotFacts.worker(1)

    @Test("INC-13: a completed task is paid once, whatever its result, and no result is read")
    func once() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.task(1), try PilotFacts.task(1))
        world.tell(try PilotFacts.task(1, sequence: 2))
        world.tell(try PilotFacts.task(2))
        let stipends = world.states(StipendState.self)
        #expect(stipends.map(\.amount) == [PilotWorld.usd(20_00), PilotWorld.usd(20_00)])
        #expect(world.balances["contractor:\(worker):payable USD"] == 40_00)
        #expect(world.emissions.map(\.type) == [.stipendRecommended, .stipendRecommended])
        #expect(stipends.allSatisfy { state in world.postings.contains { $0.id == state.posting } })
        world.check()
    }

    @Test("INC-13: nothing is paid where billable work pays, and what was recommended is returned")
    func billable() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.task(1, engagement: 7), try PilotFacts.task(2, stipend: nil))
        #expect(world.states(StipendState.self).isEmpty)
        world.tell(try PilotFacts.task(3))
        world.tell(try PilotFacts.task(3, sequence: 2, engagement: 7))
        #expect(world.states(StipendState.self).map(\.isReturned) == [true])
        #expect(world.emissions.last?.type == .stipendReturned)
        #expect(world.balances.isEmpty)
        world.check()
    }

    @Test("INC-23: a payment moves what is owed to paid, once, and never more than is owed")
    func paid() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.task(1))
        let stipend = try #require(world.states(StipendState.self).first?.stipend)
        world.tell(try PilotFacts.payment("P1", of: stipend, 20_00), try PilotFacts.payment("P1", of: stipend, 20_00))
        #expect(world.balances["contractor:\(worker):paid USD"] == 20_00)
        #expect(world.balances["contractor:\(worker):payable USD"] == nil)
        world.tell(try PilotFacts.payment("P2", of: stipend, 20_00))
        #expect(world.balances["contractor:\(worker):paid USD"] == 20_00)
        world.check()
    }

    @Test("INC-23: a payment that comes before its reward waits for it; a premium is paid like a stipend")
    func early() throws {
        var world = PilotWorld()
        let use = Identifier.derived(
            "premium-use", Identifier.number(1).description, Identifier.number(100).description)
        world.tell(try PilotFacts.payment("P1", of: use, 30_00))
        #expect(world.balances.isEmpty)
        world.tell(try PilotFacts.credential(), try PilotFacts.engagement(1, starts: "2014-04-20", value: 600_00))
        #expect(world.balances["contractor:\(worker):paid USD"] == 30_00)
        #expect(world.balances["contractor:\(worker):payable USD"] == nil)
        world.check()
    }

    @Test("INC-23: what was paid stands when its cause falls away")
    func stands() throws {
        var world = PilotWorld(PilotWorld.programme(budgets: [PilotWorld.line("stipends", 20_00)]))
        world.tell(try PilotFacts.task(1))
        let stipend = try #require(world.states(StipendState.self).first?.stipend)
        world.tell(try PilotFacts.payment("P1", of: stipend, 20_00))
        world.tell(try PilotFacts.task(1, sequence: 2, engagement: 7))
        #expect(world.balances["contractor:\(worker):paid USD"] == 20_00)
        #expect(world.budgets.values.map(\.committed) == [20_00])
        #expect(world.states(StipendState.self).first?.isReturned == false)
        world.check()
    }

    @Test(
        "INC-06, INC-07, INC-13, INC-23: recomputing from the same facts in any order gives the same cents",
        arguments: 0..<60)
    func order(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var payloads: [any Payload] = []
        for number in 1...3 {
            payloads.append(try PilotFacts.task(200 + number))
            if Bool.random(using: &random) {
                payloads.append(try PilotFacts.task(200 + number, sequence: 2, engagement: 7))
            }
            for revision in 1...Int64.random(in: 1...3, using: &random) {
                let status = [EngagementStatus.accepted, .active, .ended, .cancelled].randomElement(using: &random)
                payloads.append(
                    try PilotFacts.engagement(
                        number, revision: revision, status ?? .active, starts: "2014-04-2\(number)",
                        value: Int64.random(in: 1...9, using: &random) * 101_01))
            }
        }
        for sequence in 1...Int64.random(in: 1...3, using: &random) {
            let status = [CredentialStatus.valid, .valid, .lapsed, .revoked].randomElement(using: &random) ?? .valid
            payloads.append(
                try PilotFacts.credential(
                    sequence: sequence, status, revoked: Bool.random(using: &random) ? "2014-04-22" : nil))
        }
        var expected = PilotWorld()
        expected.tell(payloads)
        var world = PilotWorld()
        var arriving = (payloads + payloads.filter { _ in Bool.random(using: &random) }).shuffled(using: &random)[...]
        while !arriving.isEmpty {
            let next = Array(arriving.prefix(Int.random(in: 1...5, using: &random)))
            arriving = arriving.dropFirst(next.count)
            world.tell(next)
            world.check()
        }
        #expect(
            world.balances.filter { !$0.key.contains("reserved") && !$0.key.contains("budget") }
                == expected.balances.filter { !$0.key.contains("reserved") && !$0.key.contains("budget") })
        #expect(
            world.states(StipendState.self).filter { !$0.isReturned }.map(\.stipend)
                == expected.states(StipendState.self).filter { !$0.isReturned }.map(\.stipend))
        let uses = { (world: PilotWorld) in Set(world.rewards.uses.values.filter(\.isOpen).map(\.claim)) }
        #expect(uses(world) == uses(expected))
    }
}
