import Contracts
import Messaging
import Programmes
import Testing

@testable import OnboardingService

@Suite("The start gate")
struct StartGateTests {
    private func house(role: String = "associate") -> RulesHouse {
        var house = RulesHouse(now: 101)
        house.batch([Fixtures.engagement(role: role)])
        return house
    }

    @Test("ONB-02: credential and verification clear a case in either order, and neither does alone")
    func eitherOrder() {
        let credential = RetailProgramme.credential(at: 102)
        let check = Fixtures.verification(at: 101)
        for order in [[credential, check] as [any Payload], [check, credential]] {
            var house = house()
            house.now = Fixtures.day(102)
            house.batch([order[0]])
            #expect(house.gate()?.status == .open)
            #expect(house.gate()?.clearedAt == nil)
            house.batch([order[1]])
            #expect(house.gate()?.status == .cleared)
            #expect(house.gate()?.clearedAt == Fixtures.day(102))
            #expect(house.events.filter { $0 == .caseCleared }.count == 1)
        }
    }

    @Test("ONB-02: the gate opens at the first moment at which all that blocks holds together", arguments: 0..<200)
    func firstCommonMoment(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let steps = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            Spans(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    let from = Int32.random(in: 0..<40, using: &random)
                    let until = Bool.random(using: &random) ? from + Int32.random(in: 1..<20, using: &random) : nil
                    return Spans.Span(from: Fixtures.day(from), until: until.map(Fixtures.day))
                })
        }
        let opened = Int32.random(in: 0..<20, using: &random)
        let expected = (opened..<100).first { day in steps.allSatisfy { $0.contains(Fixtures.day(day)) } }
        let found = StartGate.clearedAt(openedAt: Fixtures.day(opened), steps)
        #expect(found == expected.map(Fixtures.day))
        #expect(StartGate.clearedAt(openedAt: Fixtures.day(opened), steps.reversed()) == found)
    }

    @Test("ONB-02: a time without holes lies in what is left, one in a hole does not", arguments: 0..<100)
    func holes(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        func spans() -> Spans {
            Spans(
                (0..<Int.random(in: 0...4, using: &random)).map { _ in
                    let from = Int32.random(in: 0..<40, using: &random)
                    return Spans.Span(
                        from: Fixtures.day(from),
                        until: Bool.random(using: &random)
                            ? Fixtures.day(from + Int32.random(in: 1..<20, using: &random)) : nil)
                })
        }
        let (left, right) = (spans(), spans())
        for day in Int32(0)..<70 {
            let time = Fixtures.day(day)
            #expect(left.union(right).contains(time) == (left.contains(time) || right.contains(time)))
            #expect(left.minus(right).contains(time) == (left.contains(time) && !right.contains(time)))
        }
    }

    @Test("ONB-16 ONB-17: sandbox and security baseline block until both are passed")
    func technical() {
        var house = house(role: "engineer")
        house.now = Fixtures.day(104)
        house.batch([RetailProgramme.credential(at: 101), Fixtures.verification(at: 101)])
        #expect(house.gate()?.clearedAt == nil)
        house.batch([RetailProgramme.step("S1", at: 102, "sandbox", .passed)])
        #expect(house.gate()?.clearedAt == nil)
        house.batch([RetailProgramme.step("S2", at: 103, "baseline", .failed)])
        #expect(house.gate()?.clearedAt == nil)
        house.batch([RetailProgramme.step("S3", at: 104, "baseline", .passed)])
        #expect(house.gate()?.clearedAt == Fixtures.day(104))
    }

    @Test("ONB-19: a simulation blocks until it is accepted; being done is not enough")
    func simulation() {
        var house = house(role: "artist")
        house.now = Fixtures.day(104)
        house.batch([
            RetailProgramme.credential(at: 101), Fixtures.verification(at: 101),
            RetailProgramme.step("S1", at: 102, "simulation", .done),
        ])
        #expect(house.gate()?.clearedAt == nil)
        house.batch([RetailProgramme.step("S2", at: 103, "simulation", .accepted)])
        #expect(house.gate()?.clearedAt == Fixtures.day(103))
    }

    @Test("ONB-18: a step with a written basis blocks, one without stays voluntary")
    func basis() {
        var mandatory = house(role: "stocker")
        var voluntary = house(role: "artist")
        let done: [any Payload] = [RetailProgramme.credential(at: 101), Fixtures.verification(at: 101)]
        mandatory.batch(done)
        voluntary.batch(done + [RetailProgramme.step("S2", at: 101, "simulation", .accepted)])
        #expect(mandatory.gate()?.status == .open)
        #expect(mandatory.steps()["safety"]?.blocks == true)
        #expect(voluntary.gate()?.status == .cleared)
        #expect(voluntary.steps()["voluntary"]?.blocks == false)
        #expect(voluntary.steps()["voluntary"]?.state == .open)
    }

    @Test("ONB-23: a valid credential waives the step that it covers, and the waiver is recorded")
    func waiver() throws {
        var house = house(role: "stocker")
        house.batch([
            RetailProgramme.credential("K1", at: 90), Fixtures.verification(at: 91),
            RetailProgramme.credential("K2", at: 95, pathway: "safety-course"),
        ])
        let step = try #require(house.steps()["safety"])
        #expect(step.state == .waived)
        #expect(step.waivedBy == Identifier.derived("credential", "K2"))
        #expect(step.doneAt == Fixtures.day(95))
        #expect(house.gate()?.clearedAt == Fixtures.day(100))
        let audits = house.decisions.flatMap(\.audits).map(\.entry.decision)
        #expect(audits.filter { $0 == "onboarding-step.waived" }.count == 1)
    }

    @Test("ONB-23: what was accepted for one engagement shortens the next")
    func earlierEvidence() {
        var house = house(role: "engineer")
        house.batch([RetailProgramme.step("S1", at: 101, "sandbox", .passed)])
        house.now = Fixtures.day(120)
        house.batch([Fixtures.engagement("E2", at: 120, role: "engineer")])
        #expect(house.steps("E2")["sandbox"]?.state == .waived)
        #expect(house.steps("E2")["baseline"]?.state == .open)
    }

    @Test("ONB-23: what was merely seen or done for one engagement shortens no other")
    func notPortable() {
        var house = house(role: "stocker")
        house.batch([
            RetailProgramme.step("S1", at: 101, "safety", .done),
            RetailProgramme.step("S2", at: 101, "benefits", .seen),
        ])
        house.now = Fixtures.day(120)
        house.batch([Fixtures.engagement("E2", at: 120, role: "stocker")])
        #expect(house.steps()["safety"]?.state == .done)
        #expect(house.steps("E2")["safety"]?.state == .open)
        #expect(house.steps("E2")["benefits"]?.state == .open)
    }

    @Test("ONB-22: a step that a credential closed opens again when that is suspended or lapses, and not before")
    func expiry() {
        var house = house()
        house.batch([RetailProgramme.credential(at: 100, until: 200), Fixtures.verification(at: 100)])
        #expect(house.gate()?.clearedAt == Fixtures.day(100))
        house.now = Fixtures.day(250)
        house.batch([RetailProgramme.credential(at: 100, .lapsed, sequence: 2, until: 200)])
        #expect(house.steps()["credential"]?.state == .open)
        #expect(house.gate()?.clearedAt == Fixtures.day(100))
    }

    @Test("ONB-22: a case that is called off is closed, and stands as it was when work is taken up again")
    func resumed() {
        var house = house()
        house.batch([Fixtures.engagement(revision: 1, at: 101, status: .cancelled, role: "associate")])
        #expect(house.gate()?.status == .closed)
        house.batch([RetailProgramme.credential(at: 101), Fixtures.verification(at: 101)])
        house.now = Fixtures.day(300)
        house.batch([Fixtures.engagement(revision: 2, at: 300, status: .active, role: "associate")])
        #expect(house.gate()?.status == .cleared)
        #expect(house.gate()?.clearedAt == Fixtures.day(101))
    }

    @Test("ONB-27: what is known of a linked contractor counts in the case")
    func linked() {
        var house = RulesHouse(now: 110)
        house.batch([
            Fixtures.engagement("E1", at: 100, worker: "W1", person: "P", role: "associate"),
            Fixtures.verification(at: 100, worker: "W1"), RetailProgramme.credential(at: 101, worker: "W2"),
        ])
        #expect(house.gate()?.clearedAt == nil)
        house.batch([Fixtures.engagement("E2", at: 105, worker: "W2", person: "P")])
        #expect(house.gate()?.clearedAt == Fixtures.day(101))
    }

    @Test("ONB-27: undoing a link takes back what the other contractor's credential had opened")
    func unlinked() {
        var house = RulesHouse(now: 110)
        let second = Fixtures.contractor("W2")
        house.batch([
            Fixtures.engagement("E1", at: 100, worker: "W1", person: "P", role: "associate"),
            Fixtures.engagement("E2", at: 105, worker: "W2", person: "P"),
            Fixtures.verification(at: 100, worker: "W1"), RetailProgramme.credential(at: 101, worker: "W2"),
        ])
        #expect(house.gate()?.clearedAt == Fixtures.day(101))
        house.batch([Fixtures.command(.contractorUnlinked, second, second)])
        #expect(house.gate()?.clearedAt == nil)
        #expect(house.gate()?.status == .breached)
        #expect(house.events.contains(.caseCorrected) || house.events.contains(.caseBreached))
    }
}
