import Contracts
import Database
import Messaging
import Testing

@testable import IncentivesService

@Suite("Loading")
struct LoadingTests {
    @Test("a batch asks for the tables of its items only")
    func asked() throws {
        var world = PilotWorld()
        func asked(_ items: Item...) -> [Call] { Loading(items, Roster(), again: false).calls }
        let claim = world.item(try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 1)]))
        let credential = world.item(try PilotFacts.credential())
        let enrolment = world.item(try PilotFacts.enrolment())
        #expect(asked(enrolment).isEmpty)
        #expect(asked(credential, enrolment).count == 5)
        #expect(asked(claim).count == 1)
        #expect(asked(claim, credential).count == 6)
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
