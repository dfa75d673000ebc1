import Contracts
import Messaging
import Testing

@testable import OnboardingService

@Suite("Onboarding cases")
struct CaseTests {
    private func done(_ house: RulesHouse) -> [String: Timestamp] {
        house.steps().compactMapValues(\.doneAt)
    }

    @Test("ONB-01: an engagement opens a case with its role's checklist, and the same event twice opens one")
    func opensOnce() {
        var house = RulesHouse()
        let first = house.batch([Fixtures.engagement(role: "associate")])
        let again = house.batch([Fixtures.engagement(role: "associate")])
        #expect(first.audits.filter { $0.entry.decision == "onboarding-case.opened" }.count == 1)
        #expect(again.audits.isEmpty)
        #expect(house.steps().keys.sorted() == ["benefits", "checks", "credential", "take-part", "terms"])
        #expect(house.facts.gates.count == 1)
        #expect(house.events.filter { $0 == .caseOpened }.count == 1)
        #expect(done(house).isEmpty)
    }

    @Test("ONB-01: a role that no programme names, or one taught elsewhere, has a case without steps")
    func noSteps() {
        var house = RulesHouse()
        let out = house.batch([Fixtures.engagement("E1", role: "none"), Fixtures.engagement("E2", role: "AAA")])
        #expect(
            out.audits.map(\.entry.programme) == [nil, "outside"]
                || out.audits.map(\.entry.programme) == ["outside", nil])
        #expect(house.facts.gates.isEmpty && house.facts.steps.isEmpty && house.timers.isEmpty)
    }

    @Test("ONB-22: steps that are done stay done through pauses, gaps and late revisions")
    func pauseAndResume() {
        var house = RulesHouse()
        house.batch([Fixtures.engagement(revision: 0, role: "associate")])
        house.batch(RetailProgramme.consents(at: 101) + [Fixtures.verification(at: 103)])
        let before = done(house)
        #expect(
            before == ["take-part": Fixtures.day(101), "terms": Fixtures.day(101), "checks": Fixtures.day(103)])
        for (revision, status) in [(1, EngagementStatus.active), (5, .ended), (3, .cancelled), (9, .active)] {
            house.batch([
                Fixtures.engagement(
                    revision: Int64(revision), at: Int32(400 + revision), status: status, role: "associate")
            ])
            #expect(done(house) == before)
        }
        #expect(house.steps().count == 5)
    }

    @Test("ONB-22: what was done before the engagement came counts in its case")
    func earlierFactsCount() {
        var house = RulesHouse()
        house.batch([Fixtures.verification(at: 90)] + RetailProgramme.consents(at: 91))
        house.batch([Fixtures.engagement(role: "associate")])
        #expect(
            done(house) == ["take-part": Fixtures.day(91), "terms": Fixtures.day(91), "checks": Fixtures.day(90)])
    }

    @Test("ONB-20: verification is done when every check known is clear, and open again when one is not")
    func clearance() {
        var house = RulesHouse()
        house.batch([Fixtures.engagement(role: "associate"), Fixtures.verification("V1", at: 100, check: "identity")])
        #expect(done(house) == ["checks": Fixtures.day(100)])
        house.batch([Fixtures.verification("V2", at: 105, check: "background", .pending)])
        #expect(done(house).isEmpty)
        house.batch([Fixtures.verification("V2", revision: 1, at: 107, check: "background", .clear)])
        #expect(done(house) == ["checks": Fixtures.day(107)])
        house.batch([Fixtures.verification("V1", revision: 1, at: 300, check: "identity", .expired)])
        #expect(done(house).isEmpty)
        house.batch([Fixtures.verification("V3", at: 310, check: "identity")])
        #expect(done(house) == ["checks": Fixtures.day(310)])
        house.batch([Fixtures.verification("V4", at: 320, engagement: "E9", check: "site", .consider)])
        #expect(done(house) == ["checks": Fixtures.day(310)])
    }
}
