import Contracts
import Messaging
import Programmes
import Testing

@testable import OnboardingService

@Suite("Opt-in and enrolment")
struct EnrolmentTests {
    private let place = EnrolmentPlace(
        contractor: Fixtures.contractor("W1"), programme: "outside", offering: "AAA-1")

    @Test("ONB-08: an opt-in opens one enrolment with its time, version, text and channel")
    func opens() throws {
        var house = RulesHouse()
        let out = house.batch([Fixtures.consent(at: 100)])
        let emission = try #require(out.emissions.first)
        #expect(emission.type == .enrolmentOpened)
        let state = try #require(emission.payload as? EnrolmentState)
        #expect(state.optedInAt == Fixtures.day(100))
        #expect(state.programmeVersion == 1)
        #expect(state.pathway == "AAA")
        #expect(state.sequence == 1)
        let enrolment = try #require(house.books.enrolments.enrolments[place])
        #expect(enrolment.textVersion == "2025-09")
        #expect(enrolment.channel == "web")
        #expect(enrolment.basis == .recordedBySource)
        #expect(out.audits.map(\.entry.decision) == ["enrolment.opened"])
        #expect(out.audits.first?.entry.programmeVersion == 1)
    }

    @Test("ONB-08: a withdrawal withdraws, a new consent opens again under the same key with a higher sequence")
    func withdrawAndReopen() throws {
        var house = RulesHouse()
        house.batch([Fixtures.consent("C1", at: 100)])
        let withdrawn = house.batch([Fixtures.consent("C2", at: 110, .withdrawn)])
        #expect(withdrawn.emissions.map(\.type) == [.enrolmentWithdrawn])
        #expect((withdrawn.emissions.first?.payload as? EnrolmentState)?.withdrawnAt == Fixtures.day(110))
        let earlier = house.batch([Fixtures.consent("C2", revision: 1, at: 105, .withdrawn)])
        #expect((earlier.emissions.first?.payload as? EnrolmentState)?.withdrawnAt == Fixtures.day(105))
        let again = house.batch([Fixtures.consent("C3", at: 120)])
        let state = try #require(again.emissions.first?.payload as? EnrolmentState)
        #expect(state.enrolment == place.enrolment)
        #expect(state.optedInAt == Fixtures.day(120))
        #expect(state.sequence == 4 && state.withdrawnAt == nil)
    }

    @Test("ONB-08: a late consent from before the withdrawal does not open again")
    func lateConsent() {
        var house = RulesHouse()
        house.batch([Fixtures.consent("C2", at: 110, .withdrawn)])
        #expect(house.announced.enrolments.isEmpty)
        house.batch([Fixtures.consent("C1", at: 100)])
        #expect(house.books.enrolments.enrolments[place]?.status == .withdrawn)
        #expect(house.books.enrolments.enrolments[place]?.optedInAt == Fixtures.day(100))
    }

    @Test("ONB-08: a consent given again keeps the time of the opt-in and announces nothing")
    func givenAgain() {
        var house = RulesHouse()
        house.batch([Fixtures.consent("C1", at: 100)])
        #expect(house.batch([Fixtures.consent("C2", at: 110)]).emissions.isEmpty)
    }

    @Test("ONB-08: a corrected record counts as its highest revision")
    func corrected() {
        var house = RulesHouse()
        house.batch([Fixtures.consent("C1", at: 100)])
        house.batch([Fixtures.consent("C1", revision: 1, at: 90, .withdrawn)])
        #expect(house.books.enrolments.enrolments[place]?.status == .withdrawn)
        #expect(house.books.enrolments.enrolments[place]?.withdrawnAt == nil)
        house.batch([Fixtures.consent("C1", revision: 2, at: 107, .withdrawn)])
        #expect(house.books.enrolments.enrolments[place]?.optedInAt == Fixtures.day(100))
        #expect(house.books.enrolments.enrolments[place]?.withdrawnAt == Fixtures.day(107))
        var moved = RulesHouse()
        moved.batch([Fixtures.consent("C1", at: 100)])
        moved.batch([Fixtures.consent("C1", revision: 1, at: 100, offering: "AAA-2")])
        #expect(moved.books.enrolments.enrolments[place]?.status == .withdrawn)
        #expect(
            moved.books.enrolments.enrolments.values.filter { $0.status == .open }.map(\.place.offering) == ["AAA-2"])
    }

    @Test("ONB-08: the programme's version is the latest at the opening, and kept")
    func keepsVersion() {
        let pathway = Fixtures.pathway("AAA", role: "AAA", offerings: ["AAA-1"])
        let first = Fixtures.programme("outside", version: 1, delivery: .external, pathways: [pathway])
        let second = Fixtures.programme("outside", version: 2, delivery: .external, pathways: [pathway])
        var house = RulesHouse()
        house.batch([Fixtures.consent("C1", at: 100)], context: Fixtures.context(programmes: .init([first])))
        let later = Fixtures.context(programmes: .init([first, second]))
        house.batch([Fixtures.consent("C2", at: 110, .withdrawn), Fixtures.consent("C3", at: 120)], context: later)
        #expect(house.books.enrolments.enrolments[place]?.programmeVersion == 1)
        house.batch([Fixtures.consent("C4", worker: "W2")], context: later)
        #expect(house.books.enrolments.enrolments.values.map(\.programmeVersion).sorted() == [1, 2])
    }

    @Test(
        "ONB-08: a consent to participation that names nothing there is is refused with its path",
        arguments: [
            (Fixtures.consent(programme: "no"), "unknown-programme", "data.programme"),
            (Fixtures.consent(pathway: "no"), "unknown-pathway", "data.pathway"),
            (Fixtures.consent(offering: "no"), "unknown-offering", "data.offering"),
            (Fixtures.consent(programme: nil), "missing-programme", "data.programme"),
            (Fixtures.consent(pathway: nil), "missing-pathway", "data.pathway"),
            (Fixtures.consent(offering: nil), "missing-offering", "data.offering"),
            (
                Fixtures.consent(programme: "retail", pathway: "sales", offering: "AAA-1"), "unknown-offering",
                "data.offering"
            ),
            (Fixtures.consent("C1", .withdrawn, programme: "no"), "unknown-programme", "data.programme"),
        ])
    func refused(record: ConsentRecorded, code: String, path: String) throws {
        var house = RulesHouse()
        let out = house.batch([record])
        let refusal = try #require(out.refusals.first?.refusal)
        #expect(refusal.code == code)
        #expect(refusal.path == path)
        #expect(out.emissions.isEmpty && out.writes.isEmpty)
        #expect(house.books.contractors.identities.isEmpty)
    }

    @Test("ONB-08: what was opted into can be withdrawn after the programme has dropped it")
    func withdrawDropped() {
        var house = RulesHouse()
        house.batch([Fixtures.consent("C1", at: 100)])
        let out = house.batch(
            [Fixtures.consent("C2", at: 110, .withdrawn)], context: Fixtures.context(programmes: .init()))
        #expect(out.emissions.map(\.type) == [.enrolmentWithdrawn])
    }

    @Test("ONB-08: consents to other purposes are kept and enrol nobody")
    func otherPurpose() {
        var house = RulesHouse()
        let out = house.batch([Fixtures.consent(programme: nil, pathway: nil, offering: nil, purpose: "newsletter")])
        #expect(out.emissions.isEmpty && out.refusals.isEmpty)
        #expect(house.books.enrolments.consents.values.flatMap { $0 }.count == 1)
    }
}
