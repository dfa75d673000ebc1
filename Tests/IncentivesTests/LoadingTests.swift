import Contracts
import Messaging
import Testing

@testable import IncentivesService

@Suite("Loading")
struct LoadingTests {
    @Test("a batch asks for the tables of its items only")
    func asked() throws {
        var world = PilotWorld()
        let rules = IncentivesRules()
        let claim = world.item(try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 1)]))
        let credential = world.item(try PilotFacts.credential())
        let enrolment = world.item(try PilotFacts.enrolment())
        #expect(try rules.queries(for: [enrolment], Roster()).isEmpty)
        #expect(try rules.queries(for: [credential, enrolment], Roster()).count == 6)
        #expect(try rules.queries(for: [claim], Roster()).count == 2)
        #expect(try rules.queries(for: [claim, credential], Roster()).count == 8)
    }

    @Test("a fact of a programme that Guildhall delivers asks for one settlement of its worker")
    func settlement() throws {
        var world = PilotWorld()
        let items = [world.item(try PilotFacts.credential()), world.item(try PilotFacts.task(1))]
        world.batch(items)
        #expect(world.last.timers.values.map(\.kind) == [Settlement.timer])
        #expect(world.last.timers.values.map(\.due) == [world.now])
        #expect(world.states(StipendState.self).isEmpty)
        world.settle()
        #expect(world.states(StipendState.self).count == 1)
    }
}
