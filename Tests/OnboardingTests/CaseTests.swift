import Contracts
import Messaging
import Testing

@testable import OnboardingService

@Suite("Onboarding cases")
struct CaseTests {
    private func done(_ house: RulesHouse) -> [CaseStep.Kind: Timestamp] {
        Dictionary(
            uniqueKeysWithValues: house.books.cases.sortedSteps.compactMap { step in step.doneAt.map { (step.kind, $0) }
            })
    }

    @Test("ONB-01: an engagement opens a case with its role's checklist, and the same event twice opens one")
    func opensOnce() {
        var house = RulesHouse()
        let first = house.batch([Fixtures.engagement(role: "associate")])
        let again = house.batch([Fixtures.engagement(role: "associate")])
        #expect(first.audits.filter { $0.entry.decision == "onboarding-case.opened" }.count == 1)
        #expect(again.audits.isEmpty)
        #expect(house.books.cases.sortedSteps.map(\.kind) == [.consent, .credential, .terms, .verification])
        #expect(Set(house.books.cases.sortedSteps.map(\.caseID)).count == 1)
        #expect(done(house).isEmpty)
    }

    @Test("ONB-01: a role that no programme names, or one taught elsewhere, has a case without steps")
    func noSteps() {
        var house = RulesHouse()
        let out = house.batch([Fixtures.engagement("E1", role: "none"), Fixtures.engagement("E2", role: "AAA")])
        #expect(
            out.audits.map(\.entry.programme) == [nil, "outside"]
                || out.audits.map(\.entry.programme) == ["outside", nil])
        #expect(house.books.cases.sortedSteps.isEmpty)
    }

    @Test("ONB-22: steps that are done stay done through pauses, gaps and late revisions")
    func pauseAndResume() {
        var house = RulesHouse()
        house.batch([Fixtures.engagement(revision: 0, role: "associate")])
        house.batch([
            Fixtures.consent(at: 101, programme: "retail", pathway: "sales", offering: "sales-1"),
            Fixtures.verification(at: 103),
        ])
        let before = done(house)
        #expect(before == [.consent: Fixtures.day(101), .verification: Fixtures.day(103)])
        for (revision, status) in [(1, EngagementStatus.active), (5, .ended), (3, .cancelled), (9, .active)] {
            house.batch([
                Fixtures.engagement(
                    revision: Int64(revision), at: Int32(400 + revision), status: status, role: "associate")
            ])
            #expect(done(house) == before)
        }
        #expect(house.books.cases.sortedSteps.count == 4)
    }

    @Test("ONB-22: what was done before the engagement came counts in its case")
    func earlierFactsCount() {
        var house = RulesHouse()
        house.batch([
            Fixtures.verification(at: 90),
            Fixtures.consent(at: 91, programme: "retail", pathway: "sales", offering: "sales-1"),
        ])
        house.batch([Fixtures.engagement(role: "associate")])
        #expect(done(house) == [.consent: Fixtures.day(91), .verification: Fixtures.day(90)])
    }

    @Test("ONB-20: verification is done when every check known is clear, and open again when one is not")
    func clearance() {
        var house = RulesHouse()
        house.batch([Fixtures.engagement(role: "associate"), Fixtures.verification("V1", at: 100, check: "identity")])
        #expect(done(house) == [.verification: Fixtures.day(100)])
        house.batch([Fixtures.verification("V2", at: 105, check: "background", .pending)])
        #expect(done(house).isEmpty)
        house.batch([Fixtures.verification("V2", revision: 1, at: 107, check: "background", .clear)])
        #expect(done(house) == [.verification: Fixtures.day(107)])
        house.batch([Fixtures.verification("V1", revision: 1, at: 300, check: "identity", .expired)])
        #expect(done(house).isEmpty)
        house.batch([Fixtures.verification("V3", at: 310, check: "identity")])
        #expect(done(house) == [.verification: Fixtures.day(310)])
        house.batch([Fixtures.verification("V4", at: 320, engagement: "E9", check: "site", .consider)])
        #expect(done(house) == [.verification: Fixtures.day(310)])
    }
}
