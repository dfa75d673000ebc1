import Contracts
import Messaging
import Programmes
import Testing

@testable import IncentivesService

@Suite("Budgets by quarter")
struct BudgetTests {
    @Test("INC-24: a claimable grant reserves, a payment commits, the end of its time releases")
    func life() throws {
        var world = PilotWorld(PilotWorld.programme(budgets: [PilotWorld.line("grants", 400_00)]))
        world.tell(try PilotFacts.credential())
        let key = try #require(world.budgets.keys.first)
        #expect(world.budgets[key]?.reserved == 150_00)
        world.tell(
            try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 60_00)]), try PilotFacts.decision(.approved),
            try PilotFacts.decision(.paid, at: "2014-04-27"))
        #expect(world.budgets[key]?.committed == 60_00)
        #expect(world.budgets[key]?.reserved == 90_00)
        world.advance(to: "2014-06-09")
        #expect(world.budgets[key]?.reserved == 0)
        #expect(world.budgets[key]?.free == 340_00)
        #expect(world.balances["programme:pilot:budget:grants:2014-Q2 USD"] == -60_00)
        world.check()
    }

    @Test("INC-24: a reward that would overspend its line is refused, where the programme says so, and stays refused")
    func refused() throws {
        var world = PilotWorld(PilotWorld.programme(budgets: [PilotWorld.line("grants", 299_99, .refuse)]))
        world.tell(try PilotFacts.credential(100, worker: 1))
        world.tell(try PilotFacts.credential(101, worker: 2))
        #expect(world.states(GrantState.self).map(\.status).filter { $0 == .refused }.count == 1)
        world.advance(to: "2014-06-09")
        #expect(world.states(GrantState.self).map(\.status).filter { $0 == .refused }.count == 1)
        world.check()
    }

    @Test("INC-24: a reward that would overspend waits, and is served in order of commit when money is released")
    func released() throws {
        var world = PilotWorld(PilotWorld.programme(budgets: [PilotWorld.line("grants", 150_00)]))
        for number in 1...3 { world.tell(try PilotFacts.credential(100 + number, worker: number)) }
        func status(_ worker: Int) -> GrantStatus? {
            world.states(GrantState.self).first { $0.contractor == PilotFacts.worker(worker) }?.status
        }
        #expect([1, 2, 3].map(status) == [.claimable, .queued, .queued])
        world.now = world.now.adding(seconds: 60)
        world.tell(try PilotFacts.credential(101, worker: 1, sequence: 2, .revoked))
        #expect(status(1) == .ended)
        #expect([status(2), status(3)].filter { $0 == .claimable }.count == 1)
        #expect([status(2), status(3)].filter { $0 == .queued }.count == 1)
        let served = try #require(world.states(GrantState.self).first { $0.status == .claimable })
        #expect(served.from == world.now)
        world.check()
    }

    @Test("INC-24: what waits is served when a new quarter begins")
    func quarter() throws {
        var world = PilotWorld(
            PilotWorld.programme(
                budgets: [PilotWorld.line("grants", 150_00), PilotWorld.line("grants", 150_00, .queue, 3)]))
        world.advance(to: "2014-06-25")
        world.tell(
            try PilotFacts.credential(101, worker: 1, awarded: "2014-06-20"),
            try PilotFacts.credential(102, worker: 2, awarded: "2014-06-20"))
        #expect(world.allocated.sorted() == ["given", "queued"])
        world.advance(to: "2014-06-30")
        world.advance(to: "2014-07-01")
        #expect(world.allocations.values.compactMap(\.quarter).sorted() == ["2014-Q2", "2014-Q3"])
        world.check()
    }

    @Test("INC-24: a quarter before the reward's own pays nothing, however much is left in it")
    func earlier() throws {
        var world = PilotWorld(PilotWorld.programme(budgets: [PilotWorld.line("grants", 900_00, .queue, 1)]))
        world.tell(try PilotFacts.credential(awarded: "2014-04-10"))
        #expect(world.allocated == ["queued"])
        #expect(world.budgets.values.map(\.free) == [900_00])
        world.programmes.append(
            PilotWorld.programme(
                budgets: [PilotWorld.line("grants", 900_00, .queue, 1), PilotWorld.line("grants", 150_00)], version: 2))
        world.tell(try PilotFacts.task(1, worker: 3), try PilotFacts.credential(103, worker: 3))
        #expect(world.allocations.values.compactMap(\.quarter) == ["2014-Q2"])
        world.check()
    }

    @Test("INC-24: a new version of the programme raises a line, and the next in the queue is served")
    func raised() throws {
        var world = PilotWorld(PilotWorld.programme(budgets: [PilotWorld.line("grants", 150_00)]))
        world.tell(try PilotFacts.credential(101, worker: 1))
        world.tell(try PilotFacts.credential(102, worker: 2))
        world.programmes.append(
            PilotWorld.programme(budgets: [PilotWorld.line("grants", 300_00)], version: 2))
        world.tell(try PilotFacts.task(1, worker: 3), try PilotFacts.credential(103, worker: 3))
        #expect(world.allocations.values.filter { $0.kind == .grant && $0.status == .given }.count == 2)
        #expect(world.allocations.values.first { $0.contractor == PilotFacts.worker(2) }?.status == .given)
        world.check()
    }

    @Test("INC-24: a line never falls below what it gave")
    func lowered() {
        var budget = Budget(
            key: Budget.Key(programme: "pilot", line: "grants", quarter: "2014-Q2", currency: "USD"), amount: 100)
        budget.move(from: Allocation.Share(), to: Allocation.Share(held: 80, committed: 30))
        budget.follow(amount: 50)
        #expect(budget.amount == 80)
        #expect(budget.free == 0)
    }

    @Test("INC-23, INC-24: a premium with a line of its own is owed only when the line gives it")
    func premiums() throws {
        var world = PilotWorld(PilotWorld.programme(budgets: [PilotWorld.line("premiums", 50_00)]))
        world.tell(
            try PilotFacts.credential(), try PilotFacts.engagement(1, starts: "2014-04-20", value: 600_00),
            try PilotFacts.engagement(2, starts: "2014-04-21", value: 600_00))
        let worker = PilotFacts.worker(1)
        #expect(world.balances["contractor:\(worker):payable USD"] == 30_00)
        #expect(world.balances["programme:pilot:budget:premiums:2014-Q2 USD"] == -30_00)
        #expect(
            world.allocations.values.filter { $0.kind == .premium }.map(\.status.rawValue).sorted() == [
                "given", "queued",
            ])
        world.tell(try PilotFacts.engagement(1, revision: 2, .cancelled, starts: "2014-04-20", value: 600_00))
        #expect(world.balances["contractor:\(worker):payable USD"] == 30_00)
        #expect(world.allocations.values.filter { $0.kind == .premium && $0.status == .given }.count == 1)
        world.check()
    }

    @Test(
        "INC-23, INC-24: whatever comes in any order, no line is overspent and the ledger balances after every batch",
        arguments: 0..<60)
    func invariants(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let rule: BudgetShortfall = Bool.random(using: &random) ? .queue : .refuse
        var world = PilotWorld(
            PilotWorld.programme(
                budgets: [
                    PilotWorld.line("grants", Int64.random(in: 1...6, using: &random) * 100_00, rule),
                    PilotWorld.line("grants", 200_00, rule, 3), PilotWorld.line("stipends", 50_00, rule),
                    PilotWorld.line("premiums", 70_00, rule),
                ]))
        var payloads: [any Payload] = []
        for worker in 1...5 {
            payloads.append(try PilotFacts.credential(100 + worker, worker: worker))
            if Bool.random(using: &random) {
                payloads.append(
                    try PilotFacts.credential(
                        100 + worker, worker: worker, sequence: 2, .revoked,
                        revoked: Bool.random(using: &random) ? "2014-04-30" : nil))
            }
            payloads.append(try PilotFacts.task(200 + worker, worker: worker))
            payloads.append(
                try PilotFacts.engagement(worker, worker: worker, starts: "2014-04-2\(worker)", value: 500_00))
            payloads.append(
                try PilotFacts.engagement(
                    worker, worker: worker, revision: 2, .cancelled, starts: "2014-04-2\(worker)", value: 500_00))
            payloads.append(
                try PilotFacts.claim(
                    "C\(worker)", worker: worker, receipts: [try PilotFacts.receipt("h\(worker)", 100_00)]))
            payloads.append(try PilotFacts.decision(.approved, on: "C\(worker)", worker: worker))
            payloads.append(try PilotFacts.decision(.paid, on: "C\(worker)", worker: worker, at: "2014-04-28"))
        }
        var arriving = (payloads + payloads.filter { _ in Bool.random(using: &random) }).shuffled(using: &random)[...]
        for day in ["2014-05-01", "2014-06-09", "2014-07-01", "2014-09-30"] {
            world.advance(to: day)
            let count = day == "2014-09-30" ? arriving.count : Int.random(in: 0...20, using: &random)
            for payload in arriving.prefix(count) {
                world.tell(payload)
                world.check()
            }
            arriving = arriving.dropFirst(count)
        }
    }
}
