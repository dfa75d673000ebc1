import Contracts
import Messaging
import Testing

@testable import OnboardingService

@Suite("May this be billed")
struct BillingTests {
    private func cleared() -> RulesHouse {
        var house = RulesHouse(now: 110)
        house.batch([
            Fixtures.engagement(role: "associate"), RetailProgramme.credential(at: 101), Fixtures.verification(at: 102),
        ])
        return house
    }

    @Test("ONB-05: yes from the clearance on, no before it, with the steps and owners that were missing")
    func answer() throws {
        let house = cleared()
        #expect(house.billing(at: Fixtures.day(102))?.verdict == .yes)
        let early = try #require(house.billing(at: Fixtures.day(101)))
        #expect(early.verdict == .no)
        #expect(early.reasons.count == 1)
        #expect(early.reasons[0].contains("checks") && early.reasons[0].contains("operations"))
        #expect(house.billing("E9", at: Fixtures.day(102))?.verdict == .unknown)
        #expect(house.billing(at: Fixtures.day(99))?.verdict == .no)
    }

    @Test("ONB-05: no before the engagement was accepted, though every step held already; yes from then on")
    func beforeAcceptance() throws {
        var house = RulesHouse(now: 110)
        house.batch([
            Fixtures.engagement(role: "associate"), RetailProgramme.credential(at: 90), Fixtures.verification(at: 91),
        ])
        let early = try #require(house.billing(at: Fixtures.day(95)))
        #expect(early.verdict == .no)
        #expect(early.reasons.count == 1)
        #expect(early.reasons.first?.contains("accepted only at \(Fixtures.day(100))") == true)
        #expect(house.billing(at: Fixtures.day(100))?.verdict == .yes)
    }

    @Test("ONB-05: no while the credential is suspended, and from its revocation or end on; yes before")
    func standing() {
        var suspended = cleared()
        suspended.now = Fixtures.day(200)
        // It is told of on day 103, two days after the award.
        suspended.batch([RetailProgramme.credential(at: 101, sequence: 2, suspended: 120)])
        #expect(suspended.billing(at: Fixtures.day(102))?.verdict == .yes)
        #expect(suspended.billing(at: Fixtures.day(110))?.verdict == .no)
        #expect(suspended.billing(at: Fixtures.day(120))?.verdict == .yes)
        var revoked = cleared()
        revoked.batch([RetailProgramme.credential(at: 101, .revoked, sequence: 3)])
        #expect(revoked.billing(at: Fixtures.day(103))?.verdict == .yes)
        #expect(revoked.billing(at: Fixtures.day(104))?.verdict == .no)
        // What was revoked for cause did not count from that moment on, however late it is heard of.
        var late = cleared()
        late.batch([RetailProgramme.credential(at: 101, .revoked, sequence: 8, revoked: 103)])
        #expect(late.billing(at: Fixtures.day(102))?.verdict == .yes)
        #expect(late.billing(at: Fixtures.day(103))?.verdict == .no)
        let lapsing = cleared()
        #expect(lapsing.billing(at: Fixtures.day(466))?.verdict == .no)
    }

    @Test("ONB-05: no once the engagement is called off; yes for a role that nothing is asked of")
    func calledOff() {
        var house = cleared()
        house.batch([Fixtures.engagement(revision: 1, at: 105, status: .withdrawn, role: "associate")])
        #expect(house.billing(at: Fixtures.day(104))?.verdict == .yes)
        #expect(house.billing(at: Fixtures.day(105))?.verdict == .no)
        house.batch([Fixtures.engagement("E2", role: "AAA")])
        #expect(house.billing("E2", at: Fixtures.day(101))?.verdict == .yes)
    }

    @Test("ONB-05: hours reported before the clearance are flagged once, and taken back when a late fact clears them")
    func violations() throws {
        var house = RulesHouse(now: 110)
        house.batch([Fixtures.engagement(role: "associate"), RetailProgramme.hours(from: 103)])
        let flagged = try #require(house.facts.violations.first)
        #expect(flagged.isOpen)
        house.batch([RetailProgramme.credential(at: 101), Fixtures.verification(at: 102)])
        #expect(house.facts.violations.map(\.isOpen) == [false])
        let told = house.decisions.flatMap(\.emissions).compactMap { $0.payload as? ViolationState }
        #expect(told.map(\.isOpen) == [true, false])
        #expect(told.map(\.sequence) == [1, 2])
    }

    @Test("ONB-05: hours of the day of the clearance are none, of a day before are one, of no hours none")
    func dayOfClearance() {
        var house = cleared()
        house.batch([
            RetailProgramme.hours("T1", from: 102), RetailProgramme.hours("T2", from: 101),
            RetailProgramme.hours("T3", from: 100, hours: 0),
        ])
        #expect(house.facts.violations.map(\.report) == [Identifier.derived("report", "T2")])
    }
}
