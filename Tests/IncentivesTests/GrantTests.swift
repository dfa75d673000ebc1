import Contracts
import Messaging
import Programmes
import Testing

@testable import IncentivesService

@Suite("Grants and claims")
struct GrantTests {
    private let worker = PilotFacts.worker(1)

    @Test("INC-08: a grant becomes claimable on completion, once per worker and programme")
    func once() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.credential(100))
        let grant = try #require(world.grant)
        #expect(grant.status == .claimable)
        #expect(grant.amount == PilotWorld.usd(150_00))
        #expect(grant.from == Timestamp.day("2014-04-10"))
        #expect(grant.until == Timestamp.day("2014-06-09"))
        world.tell(try PilotFacts.credential(101, awarded: "2014-04-20"))
        #expect(world.states(GrantState.self).count == 1)
        #expect(world.grant?.credential == .number(100))
        #expect(world.balances["programme:pilot:reserved USD"] == 150_00)
        world.check()
    }

    @Test("INC-08, ONB-27: linked contractors have one grant between them")
    func linked() throws {
        var world = PilotWorld()
        world.tell(
            try PilotFacts.credential(100, worker: 1), try PilotFacts.credential(101, worker: 2, awarded: "2014-04-20"))
        #expect(world.states(GrantState.self).filter { $0.status == .claimable }.count == 2)
        let alias = PilotFacts.worker(2)
        world.roster = Roster([(alias, worker), (worker, worker)])
        world.tell(ContractorLink(contractor: alias, canonical: worker, sequence: 1))
        #expect(world.states(GrantState.self).filter { $0.status == .claimable }.count == 1)
        #expect(world.states(GrantState.self).filter { $0.status == .ended }.count == 1)
        #expect(world.balances["programme:pilot:reserved USD"] == 150_00)
        world.check()
    }

    @Test("INC-08, INC-30: an outcome that was never passed ends the grant; a revocation for cause leaves it")
    func revoked() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.credential())
        world.tell(try PilotFacts.credential(sequence: 2, .revoked, revoked: "2014-04-30"))
        #expect(world.grant?.status == .claimable)
        var never = PilotWorld()
        never.tell(try PilotFacts.credential())
        never.tell(try PilotFacts.credential(sequence: 2, .revoked))
        #expect(never.grant?.status == .ended)
        #expect(never.balances["programme:pilot:reserved USD"] == nil)
        never.check()
    }

    @Test("INC-11: a claim goes through its states, each step with actor and time")
    func states() throws {
        var world = PilotWorld()
        let receipts = [try PilotFacts.receipt("aa", 60_00)]
        world.tell(
            try PilotFacts.credential(), try PilotFacts.claim(revision: 1, .drafted, on: "2014-04-20", receipts: []))
        #expect(world.claim("C1")?.status == .draft)
        #expect(world.claim("C1")?.actor == "worker")
        world.tell(try PilotFacts.claim(revision: 2, on: "2014-04-21", receipts: receipts))
        #expect(world.claim("C1")?.status == .submitted)
        world.tell(try PilotFacts.decision(.needsInformation, at: "2014-04-22"))
        #expect(world.claim("C1")?.status == .needsInformation)
        #expect(world.claim("C1")?.reason == "Synthetic reason.")
        world.tell(try PilotFacts.claim(revision: 3, on: "2014-04-23", receipts: receipts))
        world.tell(try PilotFacts.decision(.approved, at: "2014-04-24"))
        let approved = try #require(world.claim("C1"))
        #expect(approved.status == .approved)
        #expect(approved.actor == "FIN-2")
        #expect(approved.at == Timestamp.day("2014-04-24"))
        #expect(world.balances["contractor:\(worker):payable USD"] == 60_00)
        #expect(world.balances["programme:pilot:reserved USD"] == 90_00)
        world.tell(try PilotFacts.decision(.paid, at: "2014-04-25"))
        #expect(world.claim("C1")?.status == .paid)
        #expect(world.grant?.paid == PilotWorld.usd(60_00))
        #expect(world.balances["contractor:\(worker):paid USD"] == 60_00)
        #expect(world.balances["contractor:\(worker):payable USD"] == nil)
        world.tell(try PilotFacts.decision(.reversed, at: "2014-04-28"))
        #expect(world.claim("C1")?.status == .reversed)
        #expect(world.balances["programme:pilot:reserved USD"] == 150_00)
        #expect(world.balances["contractor:\(worker):paid USD"] == nil)
        #expect(world.claim("C1")?.sequence == 7)
        world.check()
    }

    @Test("INC-11: a claim is rejected with a reason or withdrawn by the worker, and neither can be paid then")
    func closed() throws {
        var world = PilotWorld()
        world.tell(
            try PilotFacts.credential(), try PilotFacts.claim("C1", receipts: [try PilotFacts.receipt("aa", 60_00)]),
            try PilotFacts.claim("C2", receipts: [try PilotFacts.receipt("bb", 60_00)]))
        world.tell(
            try PilotFacts.decision(.rejected, on: "C1", at: "2014-04-26"),
            try PilotFacts.claim("C2", revision: 2, .withdrawn, on: "2014-04-26", receipts: []))
        world.tell(
            try PilotFacts.decision(.paid, on: "C1", at: "2014-04-27"),
            try PilotFacts.decision(.approved, on: "C2", at: "2014-04-27"))
        #expect(world.claim("C1")?.status == .rejected)
        #expect(world.claim("C1")?.reason == "Synthetic reason.")
        #expect(world.claim("C2")?.status == .withdrawn)
        #expect(world.balances["contractor:\(worker):payable USD"] == nil)
        world.check()
    }

    @Test("INC-11: a step that does not follow on the one before is set aside, and changes neither state nor money")
    func setAside() throws {
        var world = PilotWorld()
        let receipts = [try PilotFacts.receipt("aa", 60_00)]
        world.tell(try PilotFacts.credential(), try PilotFacts.claim(on: "2014-04-21", receipts: receipts))
        world.tell(
            try PilotFacts.decision(.paid, at: "2014-04-22"),
            try PilotFacts.claim(revision: 2, .drafted, on: "2014-04-22", receipts: []))
        #expect(world.claim("C1")?.status == .submitted)
        #expect(world.grant?.paid == PilotWorld.usd(0))
        world.tell(
            try PilotFacts.decision(.approved, at: "2014-04-23"), try PilotFacts.decision(.reversed, at: "2014-04-24"))
        #expect(world.claim("C1")?.status == .approved)
        world.tell(try PilotFacts.decision(.paid, at: "2014-04-25", amount: 20_00))
        world.tell(
            try PilotFacts.decision(.rejected, at: "2014-04-26"),
            try PilotFacts.claim(revision: 3, .withdrawn, on: "2014-04-27", receipts: []))
        #expect(world.claim("C1")?.status == .approved)
        #expect(world.claim("C1")?.approved == PilotWorld.usd(60_00))
        #expect(world.grant?.paid == PilotWorld.usd(20_00))
        #expect(world.balances["contractor:\(worker):paid USD"] == 20_00)
        world.check()
    }

    @Test("INC-09: no more is approved than the receipts of the claim add up to")
    func receipted() throws {
        var world = PilotWorld()
        world.tell(
            try PilotFacts.credential(), try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 60_00)]),
            try PilotFacts.decision(.approved, amount: 90_00))
        #expect(world.claim("C1")?.approved == PilotWorld.usd(60_00))
        world.check()
    }

    @Test("INC-09: what is paid never exceeds the grant; a claim over the rest is paid in part")
    func capped() throws {
        var world = PilotWorld()
        world.tell(
            try PilotFacts.credential(),
            try PilotFacts.claim("C1", receipts: [try PilotFacts.receipt("aa", 100_00)]),
            try PilotFacts.claim("C2", receipts: [try PilotFacts.receipt("bb", 100_00)]),
            try PilotFacts.claim("C3", receipts: [try PilotFacts.receipt("cc", 100_00)]))
        for claim in ["C1", "C2", "C3"] {
            let number = claim.suffix(1)
            world.tell(try PilotFacts.decision(.approved, on: claim, at: "2014-04-2\(number)"))
        }
        #expect(world.claim("C1")?.status == .submitted)
        for claim in ["C1", "C2", "C3"] {
            let day = Int(claim.suffix(1)).map { 25 + $0 } ?? 30
            world.tell(
                try PilotFacts.decision(.approved, on: claim, at: "2014-04-\(day)"),
                try PilotFacts.decision(.paid, on: claim, at: "2014-04-30"))
        }
        #expect(world.claim("C1")?.approved == PilotWorld.usd(100_00))
        #expect(world.claim("C2")?.approved == PilotWorld.usd(50_00))
        #expect(world.claim("C3")?.status == .submitted)
        #expect(world.grant?.paid == PilotWorld.usd(150_00))
        #expect(world.grant?.status == .used)
        #expect(world.balances["contractor:\(worker):paid USD"] == 150_00)
        world.check()
    }

    @Test("INC-09: a claim that is paid in parts is paid when all of it is")
    func parts() throws {
        var world = PilotWorld()
        world.tell(
            try PilotFacts.credential(), try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 60_00)]),
            try PilotFacts.decision(.approved), try PilotFacts.decision(.paid, at: "2014-04-27", amount: 20_00))
        #expect(world.claim("C1")?.status == .approved)
        #expect(world.grant?.paid == PilotWorld.usd(20_00))
        world.tell(try PilotFacts.decision(.paid, at: "2014-04-28", amount: 90_00))
        #expect(world.claim("C1")?.status == .paid)
        #expect(world.grant?.paid == PilotWorld.usd(60_00))
        world.check()
    }

    @Test(
        "INC-10: the policy checks category, date window, repeated receipts and the currency of the amount",
        arguments: [
            ("2014-04-20", ReceiptCategory.courses, "USD", "does not pay"), ("2014-04-09", .tools, "USD", "outside"),
            ("2014-06-10", .tools, "USD", "outside"), ("2014-04-20", .tools, "EUR", "currency"),
        ])
    func policy(_ date: String, _ category: ReceiptCategory, _ currency: String, _ words: String) throws {
        var world = PilotWorld()
        let receipt = try PilotFacts.receipt("aa", 60_00, date: date, category, currency: currency)
        world.tell(try PilotFacts.credential(), try PilotFacts.claim(receipts: [receipt]))
        let claim = try #require(world.claim("C1"))
        #expect(claim.status == .needsInformation)
        #expect(claim.actor == ClaimPolicy.actor)
        #expect(claim.reason?.contains(words) == true)
        world.tell(try PilotFacts.decision(.approved))
        #expect(world.claim("C1")?.status == .needsInformation)
        world.tell(try PilotFacts.claim(revision: 2, on: "2014-04-27", receipts: [try PilotFacts.receipt("bb", 60_00)]))
        #expect(world.claim("C1")?.status == .submitted)
    }

    @Test("INC-10: a receipt counts once, over all claims of all workers, whatever its id")
    func repeated() throws {
        var world = PilotWorld()
        world.tell(
            try PilotFacts.credential(100, worker: 1), try PilotFacts.credential(101, worker: 2),
            try PilotFacts.claim("C1", worker: 1, on: "2014-04-20", receipts: [try PilotFacts.receipt("aa", 10_00)]))
        world.tell(
            try PilotFacts.claim("C2", worker: 1, on: "2014-04-21", receipts: [try PilotFacts.receipt("aa", 10_00)]),
            try PilotFacts.claim("C3", worker: 2, on: "2014-04-19", receipts: [try PilotFacts.receipt("aa", 10_00)]),
            try PilotFacts.claim(
                "C4", worker: 2, receipts: [try PilotFacts.receipt("bb", 1), try PilotFacts.receipt("bb", 1)]))
        #expect(world.claim("C1")?.status == .submitted)
        #expect(["C2", "C3", "C4"].allSatisfy { world.claim($0)?.status == .needsInformation })
    }

    @Test("INC-10: a merchant is never a condition: any other one gives the same claim")
    func merchants() throws {
        var claims: [ClaimState?] = []
        for merchant in ["Synthetic shop", "Another synthetic shop"] {
            var world = PilotWorld()
            world.tell(
                try PilotFacts.credential(),
                try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 60_00, merchant: merchant)]),
                try PilotFacts.decision(.approved))
            claims.append(world.claim("C1"))
        }
        #expect(claims[0]?.status == .approved)
        #expect(claims[0] == claims[1])
    }

    @Test("INC-12: a claim cannot name a shift, a schedule, a deliverable or equipment: it has no such field")
    func fields() throws {
        let claim = try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 1)])
        let json = String(decoding: Catalogue.encode(claim), as: UTF8.self).lowercased()
        for word in ["shift", "schedule", "deliverable", "equipment", "product", "engagement"] {
            #expect(!json.contains("\"\(word)"))
        }
        #expect(ReceiptCategory.allCases.map(\.rawValue).sorted() == ["courses", "tools"])
    }

    @Test("INC-08: when the days are over the rest is released; a claim that was handed in by then keeps its part")
    func window() throws {
        var world = PilotWorld(PilotWorld.programme(budgets: [PilotWorld.line("grants", 150_00)]))
        world.tell(
            try PilotFacts.credential(), try PilotFacts.claim("C1", receipts: [try PilotFacts.receipt("aa", 60_00)]))
        world.advance(to: "2014-06-08")
        #expect(world.grant?.status == .claimable)
        world.advance(to: "2014-06-09")
        #expect(world.grant?.status == .ended)
        #expect(world.budgets.values.map(\.free) == [90_00])
        world.tell(
            try PilotFacts.decision(.approved, at: "2014-06-10"), try PilotFacts.decision(.paid, at: "2014-06-11"))
        #expect(world.claim("C1")?.status == .paid)
        #expect(world.budgets.values.map(\.committed) == [60_00])
        world.tell(try PilotFacts.claim("C2", on: "2014-06-12", receipts: [try PilotFacts.receipt("bb", 10_00)]))
        #expect(world.claim("C2")?.status == .needsInformation)
        world.check()
    }

    @Test("INC-11: a claim before its credential and a decision before its claim wait, and then count")
    func late() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.decision(.approved))
        world.tell(try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 60_00)]))
        #expect(world.claim("C1")?.status == .submitted)
        world.tell(try PilotFacts.credential())
        #expect(world.claim("C1")?.status == .approved)
        world.check()
    }

    @Test("INC-09: what was paid stands, even if an earlier claim comes late, and the grant is not exceeded")
    func settled() throws {
        var world = PilotWorld()
        world.tell(
            try PilotFacts.credential(), try PilotFacts.claim("C1", receipts: [try PilotFacts.receipt("aa", 150_00)]),
            try PilotFacts.decision(.approved, on: "C1", at: "2014-04-27"),
            try PilotFacts.decision(.paid, on: "C1", at: "2014-04-28"))
        world.tell(
            try PilotFacts.claim("C2", on: "2014-04-20", receipts: [try PilotFacts.receipt("bb", 150_00)]),
            try PilotFacts.decision(.approved, on: "C2", at: "2014-04-21"))
        #expect(world.claim("C1")?.status == .paid)
        #expect(world.claim("C2")?.status == .submitted)
        #expect(world.grant?.paid == PilotWorld.usd(150_00))
        world.check()
    }

    @Test(
        "INC-09, INC-11, INC-23: any order and duplicates of claims and decisions end in the same claims and balances",
        arguments: 0..<60)
    func order(_ seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var payloads: [any Payload] = [try PilotFacts.credential()]
        let words: [ClaimDecision] = [.needsInformation, .approved, .approved, .rejected]
        for number in 1...3 {
            let claim = "C\(number)"
            for revision in 1...Int64.random(in: 1...3, using: &random) {
                let day = Int.random(in: 12...29, using: &random)
                let action = [ClaimAction.submitted, .submitted, .drafted, .withdrawn].randomElement(using: &random)
                let hash = ["aa", "bb", "cc", "dd"].randomElement(using: &random) ?? "ee"
                payloads.append(
                    try PilotFacts.claim(
                        claim, revision: revision, action ?? .submitted, on: "2014-04-\(day)",
                        receipts: [try PilotFacts.receipt(hash, Int64.random(in: 1...120, using: &random) * 100)]))
            }
            for day in Set((0..<3).map { _ in Int.random(in: 14...29, using: &random) }) {
                payloads.append(
                    try PilotFacts.decision(
                        words.randomElement(using: &random) ?? .approved, on: claim, at: "2014-04-\(day)"))
            }
        }
        var expected = PilotWorld()
        expected.tell(payloads)
        var world = PilotWorld()
        var arriving = (payloads + payloads.filter { _ in Bool.random(using: &random) }).shuffled(using: &random)[...]
        while !arriving.isEmpty {
            let next = Array(arriving.prefix(Int.random(in: 1...4, using: &random)))
            arriving = arriving.dropFirst(next.count)
            world.tell(next)
            world.check()
        }
        #expect(world.balances == expected.balances)
        for number in 1...3 {
            let (left, right) = (world.claim("C\(number)"), expected.claim("C\(number)"))
            #expect(left?.status == right?.status && left?.approved == right?.approved && left?.at == right?.at)
        }
        #expect(world.grant?.paid == expected.grant?.paid)
    }

    @Test("INC-08: two grants of one programme are two, each with its own amount")
    func two() throws {
        var world = PilotWorld(
            PilotWorld.programme(further: [
                GrantPlan(
                    id: "courses", title: "Courses", pathway: "pos", amount: PilotWorld.usd(80_00),
                    categories: [.courses], claimDays: 30, line: "grants")
            ]))
        world.tell(try PilotFacts.credential())
        #expect(world.states(GrantState.self).map(\.amount.minorUnits).sorted() == [80_00, 150_00])
        #expect(Set(world.states(GrantState.self).map(\.plan)) == ["tools", "courses"])
    }
}
