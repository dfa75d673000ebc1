import Contracts
import Messaging
import Programmes
import Testing

@testable import OnboardingService

@Suite("The clock of a case")
struct GateClockTests {
    private func house(role: String = "associate") -> RulesHouse {
        var house = RulesHouse(now: 100)
        house.batch([Fixtures.engagement(role: role)])
        return house
    }

    private func state(_ house: RulesHouse, _ type: EventType) -> CaseState? {
        house.decisions.flatMap(\.emissions).first { $0.type == type }?.payload as? CaseState
    }

    @Test("ONB-03: the clock runs 72 hours from the acceptance, or from the first record where the role says so")
    func due() {
        #expect(house().gate()?.dueAt == Fixtures.day(103))
        #expect(house().gate()?.warningAt == Fixtures.day(102))
        var other = RulesHouse(now: 100)
        other.batch([
            Fixtures.engagement(at: 99, status: .offered, role: "engineer"),
            Fixtures.engagement(revision: 1, at: 100, role: "engineer"),
        ])
        #expect(other.gate()?.dueAt == Fixtures.day(101))
        var offered = RulesHouse(now: 100)
        offered.batch([Fixtures.engagement(status: .offered, role: "associate")])
        #expect(offered.gate()?.dueAt == nil)
    }

    @Test("ONB-04: warning and breach are published when due, with the step that blocks and its owner")
    func warnsAndBreaches() throws {
        var house = house()
        house.batch([RetailProgramme.credential(at: 100)])
        house.advance(to: Fixtures.day(101))
        #expect(!house.events.contains(.caseWarned))
        house.advance(to: Fixtures.day(102))
        let warned = try #require(state(house, .caseWarned))
        #expect(warned.blocking == [OpenStep(step: "checks", kind: "verification", owner: "operations")])
        #expect(warned.status == .open)
        house.advance(to: Fixtures.day(110))
        let breached = try #require(state(house, .caseBreached))
        #expect(breached.status == .breached)
        #expect(breached.blocking.map(\.owner) == ["operations"])
        #expect(house.events.filter { $0 == .caseWarned || $0 == .caseBreached }.count == 2)
        #expect(house.notices(.clockWarning).count == 1)
        #expect(house.notices(.clockBreach).count == 1)
    }

    @Test("ONB-04: how long before the breach the warning comes is the role's, or else the agreement's")
    func lead() throws {
        let role = try #require(house(role: "engineer").gate())
        #expect(role.dueAt == Fixtures.day(102))
        #expect(role.warningAt == Fixtures.day(102).adding(seconds: -12 * 3600))
        var agreed = RulesHouse(now: 100)
        agreed.batch([RetailProgramme.agreement(hours: 24, warning: 6), Fixtures.engagement(role: "engineer")])
        #expect(agreed.gate()?.dueAt == Fixtures.day(101))
        #expect(agreed.gate()?.warningAt == Fixtures.day(101).adding(seconds: -6 * 3600))
    }

    @Test("ONB-03 ONB-04: a case that is cleared in time warns and breaches nothing; one cleared late was missed")
    func metOrMissed() {
        var met = house()
        met.batch([RetailProgramme.credential(at: 100), Fixtures.verification(at: 101)])
        met.advance(to: Fixtures.day(110))
        #expect(!met.events.contains(.caseWarned) && !met.events.contains(.caseBreached))
        #expect(met.timers.values.allSatisfy { $0.kind != GateClock.warning && $0.kind != GateClock.breach })
        var missed = house()
        missed.advance(to: Fixtures.day(105))
        missed.batch([RetailProgramme.credential(at: 104), Fixtures.verification(at: 104)])
        #expect(missed.gate()?.status == .cleared)
        #expect(missed.gate()?.isBreached == true)
        #expect(missed.events.filter { $0 == .caseCleared }.count == 1)
    }

    @Test("ONB-03: a fact that arrives late and happened in time takes the breach back, as a correction")
    func corrected() {
        var house = house()
        house.advance(to: Fixtures.day(105))
        #expect(house.gate()?.status == .breached)
        house.batch([RetailProgramme.credential(at: 101), Fixtures.verification(at: 101)])
        #expect(house.gate()?.status == .cleared)
        #expect(house.gate()?.isBreached == false)
        #expect(house.events.last == .caseCorrected)
    }

    @Test("ONB-04: what was past already when it was recorded is settled, and nobody is told")
    func pastAtRecording() {
        var house = RulesHouse(now: 300)
        house.batch([Fixtures.engagement(role: "associate")])
        #expect(house.gate()?.status == .breached)
        house.advance(to: Fixtures.day(400))
        #expect(house.facts.notices.isEmpty)
    }

    @Test("ONB-06: a case is judged by the most specific agreement of its source that was in force when it opened")
    func agreements() {
        func due(_ records: [any Payload], unit: String? = nil) -> (Timestamp?, String?) {
            var house = RulesHouse(now: 100)
            var engagement = Fixtures.engagement(role: "associate")
            engagement.businessUnit = unit
            house.batch(records + [engagement])
            return (house.gate()?.dueAt, house.gate()?.agreement)
        }
        let general = RetailProgramme.agreement("A1", hours: 24)
        let role = RetailProgramme.agreement("A2", role: "associate", hours: 48)
        let unit = RetailProgramme.agreement("A3", unit: "West", hours: 96)
        let both = RetailProgramme.agreement("A4", role: "associate", unit: "West", hours: 120)
        #expect(due([general]) == (Fixtures.day(101), "A1 revision 0"))
        #expect(due([general, role, unit, both]) == (Fixtures.day(102), "A2 revision 0"))
        #expect(due([general, unit], unit: "West") == (Fixtures.day(104), "A3 revision 0"))
        #expect(due([general, role, unit, both], unit: "West") == (Fixtures.day(105), "A4 revision 0"))
        #expect(due([RetailProgramme.agreement(role: "engineer")]) == (Fixtures.day(103), nil))
        #expect(due([RetailProgramme.agreement(until: 99)]) == (Fixtures.day(103), nil))
        #expect(due([RetailProgramme.agreement(at: 101)]) == (Fixtures.day(103), nil))
    }

    @Test(
        "ONB-06: a new revision is for cases that open after it was made; a late one reaches those it was made before")
    func revisions() {
        var house = RulesHouse(now: 100)
        house.batch([RetailProgramme.agreement(hours: 24), Fixtures.engagement(role: "associate")])
        house.batch([RetailProgramme.agreement(at: 101, revision: 1, hours: 48)])
        #expect(house.gate()?.agreement == "A1 revision 0")
        house.batch([RetailProgramme.agreement(at: 99, revision: 2, hours: 96)])
        #expect(house.gate()?.agreement == "A1 revision 2")
        #expect(house.gate()?.dueAt == Fixtures.day(104))
        #expect(house.events.last == .caseCorrected)
    }

    @Test("ONB-06: a credential and checks that the agreement asks for are steps of the case")
    func required() {
        var house = RulesHouse(now: 100)
        house.batch([
            RetailProgramme.agreement(credential: "safety-course", checks: ["drug"]),
            Fixtures.engagement(role: "associate"),
            RetailProgramme.credential(at: 100), Fixtures.verification(at: 100),
        ])
        #expect(house.gate()?.status == .open)
        #expect(house.steps()["agreement credential"]?.blocks == true)
        house.batch([
            RetailProgramme.credential("K2", at: 100, pathway: "safety-course"),
            Fixtures.verification("V2", at: 101, check: "drug"),
        ])
        #expect(house.gate()?.clearedAt == Fixtures.day(101))
    }

    @Test("ONB-06: the version of the programme that the case opened under is kept")
    func version() {
        var house = house()
        let longer = RetailProgramme.definition(roles: [
            OnboardingRole(role: "associate", hours: 200, steps: RetailProgramme.steps)
        ])
        house.programmes = ProgrammeCatalogue([
            RetailProgramme.programme(), RetailProgramme.programme(longer, version: 2),
        ])
        house.batch([Fixtures.verification(at: 100)])
        #expect(house.gate()?.programmeVersion == 1)
        #expect(house.gate()?.dueAt == Fixtures.day(103))
        house.batch([Fixtures.engagement("E2", role: "associate")])
        #expect(house.gate("E2")?.programmeVersion == 2)
    }

    @Test("ONB-04: whatever stops and jumps there are, a clock warns once and breaches once", arguments: 0..<60)
    func stopsAndJumps(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var house = house()
        var cleared: Int32?
        var day: Int32 = 100
        while day < 120 {
            day += Int32.random(in: 1...4, using: &random)
            if Int.random(in: 0..<4, using: &random) == 0 {
                cleared = cleared ?? day
                house.now = Fixtures.day(day)
                house.stopAfter([
                    RetailProgramme.credential(at: cleared ?? day), Fixtures.verification("V\(day)", at: day),
                ])
            } else if Bool.random(using: &random) {
                house.now = Fixtures.day(day)
            } else {
                house.advance(to: Fixtures.day(day))
            }
        }
        house.advance(to: Fixtures.day(130))
        for kind in [NoticeKind.clockWarning, .clockBreach] { #expect(house.notices(kind).count <= 1) }
        #expect(house.events.filter { $0 == .caseWarned }.count <= 1)
        #expect(house.events.filter { $0 == .caseBreached }.count <= 1)
        #expect(house.gate()?.isBreached == (house.gate()?.clearedAt.map { $0 > Fixtures.day(103) } ?? true))
    }
}
