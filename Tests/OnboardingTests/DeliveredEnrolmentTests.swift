import Contracts
import Messaging
import Programmes
import ServiceRuntime
import Testing

@testable import OnboardingService

@Suite("Taking part in what Guildhall delivers")
struct DeliveredEnrolmentTests {
    private let place = EnrolmentPlace(
        contractor: Fixtures.contractor("W1"), programme: "retail", offering: "sales-1")

    private func enrolment(_ house: RulesHouse) -> Enrolment? {
        house.facts.enrolments.first { $0.place == place }
    }

    @Test("ONB-08 ONB-09 G9: nobody is enrolled before opt-in, terms and independent status are stored, in any order")
    func threeConsents() {
        let records = RetailProgramme.consents(at: 101)
        for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
            var house = RulesHouse(now: 102)
            house.batch([records[order[0]]])
            house.batch([records[order[1]]])
            #expect(enrolment(house) == nil)
            #expect(house.facts.series.isEmpty && house.facts.notices.isEmpty)
            house.batch([records[order[2]]])
            #expect(enrolment(house)?.status == .open)
            #expect(house.events.filter { $0 == .enrolmentOpened }.count == 1)
        }
    }

    @Test("ONB-08: the opt-in's own time is the enrolment's, also where the terms came later")
    func time() {
        var house = RulesHouse(now: 120)
        house.batch([
            RetailProgramme.consent("C1", at: 101), RetailProgramme.consent("C2", at: 110, ConsentFact.terms),
            RetailProgramme.consent("C3", at: 111, ConsentFact.independentStatus),
        ])
        #expect(enrolment(house)?.optedInAt == Fixtures.day(101))
    }

    @Test(
        "GOV-03: whichever consent is withdrawn, the enrolment ends and reminders stop",
        arguments: ["participation", "terms", "independent-status", "processing"])
    func withdrawal(purpose: String) {
        var house = RulesHouse(now: 102)
        house.batch(RetailProgramme.consents(at: 101))
        #expect(house.facts.series.contains { $0.nextDue != nil })
        house.now = Fixtures.day(104)
        house.batch([RetailProgramme.consent("X", at: 102, purpose, .withdrawn)])
        #expect(enrolment(house)?.status == .withdrawn)
        let told = house.decisions.flatMap(\.emissions).compactMap { $0.payload as? EnrolmentState }
        #expect(told.map(\.withdrawnAt) == [nil, Fixtures.day(102)])
        #expect(house.events.last == .enrolmentWithdrawn)
        let reminders = house.notices(.reminder).count
        house.advance(to: Fixtures.day(200))
        #expect(house.notices(.reminder).count == reminders)
    }

    @Test("ONB-08: what a correction undid never stood, whenever something else was withdrawn")
    func undone() {
        var house = RulesHouse(now: 102)
        house.batch(RetailProgramme.consents(at: 101))
        house.batch([RetailProgramme.consent("X", at: 102, "processing", .withdrawn)])
        #expect(enrolment(house)?.withdrawnAt == Fixtures.day(102))
        house.batch([RetailProgramme.consent("W1-P", at: 101, ConsentFact.participation, .withdrawn, revision: 1)])
        #expect(enrolment(house)?.status == .withdrawn && enrolment(house)?.withdrawnAt == nil)
    }

    @Test("ONB-09: whoever opted out before the terms were accepted never took part, and left at no moment")
    func neverTogether() {
        var house = RulesHouse(now: 120)
        let consents = RetailProgramme.consents(at: 101)
        house.batch([consents[0], consents[2]])
        house.batch([RetailProgramme.consent("X", at: 105, ConsentFact.participation, .withdrawn)])
        house.batch([RetailProgramme.consent("W1-T", at: 110, ConsentFact.terms)])
        #expect(enrolment(house)?.status == .withdrawn && enrolment(house)?.withdrawnAt == nil)
        house.batch([RetailProgramme.consent("Y", at: 112)])
        house.batch([RetailProgramme.consent("Z", at: 114, ConsentFact.terms, .withdrawn)])
        #expect(enrolment(house)?.withdrawnAt == Fixtures.day(114))
    }

    @Test("GOV-03: invitations and sign-ups of somebody who withdrew the processing of data are refused")
    func processing() {
        var house = RulesHouse(now: 100)
        house.batch([RetailProgramme.invitation()])
        house.batch([RetailProgramme.consent("X", at: 100, "processing", .withdrawn)])
        house.now = Fixtures.day(101)
        let out = house.batch([RetailProgramme.invitation("I2"), RetailProgramme.signUp()])
        #expect(out.refusals.map(\.refusal.code) == ["processing-withdrawn", "processing-withdrawn"])
        #expect(house.facts.enrolments.isEmpty)
    }

    @Test("ONB-07 ONB-08 ONB-09: one link enrols in the version that it names, with texts, channel and statement")
    func signUp() throws {
        var house = RulesHouse(now: 101)
        house.batch([RetailProgramme.invitation()])
        house.programmes = ProgrammeCatalogue([
            RetailProgramme.programme(), RetailProgramme.programme(version: 2),
        ])
        house.batch([RetailProgramme.signUp()])
        let enrolment = try #require(self.enrolment(house))
        #expect(enrolment.programmeVersion == 1)
        #expect(enrolment.textVersion == "o1")
        #expect(enrolment.channel == "web")
        let told = house.decisions.flatMap(\.emissions).compactMap { $0.payload as? EnrolmentState }.last
        #expect(told?.statement == "abc")
        #expect(told?.invitation == house.facts.invitations.first?.id)
        #expect(told?.language == "es")
        #expect(
            Set(house.facts.consents.map { "\($0.purpose) \($0.textVersion)" }) == [
                "participation o1", "terms t1", "independent-status i1",
            ])
    }

    @Test(
        "ONB-07 ONB-09: a link that is unknown, expired, used, another's or withdrawn is refused with its reason",
        arguments: [
            (RetailProgramme.signUp("S2", link: "nothing"), "link-unknown"),
            (RetailProgramme.signUp("S2", at: 140), "link-expired"),
            (RetailProgramme.signUp("S2", worker: "W2"), "link-of-another"),
            (RetailProgramme.signUp("S2", confirmed: false), "independent-status-unconfirmed"),
            (RetailProgramme.signUp("S2", link: RetailProgramme.token("I2")), "link-withdrawn"),
        ])
    func refused(record: SignUpRecorded, code: String) {
        var house = RulesHouse(now: 140)
        house.batch([RetailProgramme.invitation(), RetailProgramme.invitation("I2", withdrawn: false)])
        house.batch([RetailProgramme.invitation("I2", revision: 1, withdrawn: true)])
        let out = house.batch([record])
        #expect(out.refusals.map(\.refusal.code) == [code])
        #expect(out.refusals.first?.refusal.path.hasPrefix("data.") == true)
        #expect(house.facts.enrolments.isEmpty && house.facts.consents.isEmpty)
    }

    @Test("ONB-07: a link works once; the same sign-up again is a duplicate")
    func once() {
        var house = RulesHouse(now: 101)
        house.batch([RetailProgramme.invitation()])
        house.batch([RetailProgramme.signUp()])
        #expect(house.batch([RetailProgramme.signUp()]).duplicates.count == 1)
        #expect(house.batch([RetailProgramme.signUp("S2")]).refusals.map(\.refusal.code) == ["link-used"])
        let both = house.batch([RetailProgramme.invitation("I3")])
        #expect(both.refusals.isEmpty)
        let out = house.batch([
            RetailProgramme.signUp("S3", link: RetailProgramme.token("I3")),
            RetailProgramme.signUp("S4", link: RetailProgramme.token("I3")),
        ])
        #expect(out.refusals.map(\.refusal.code) == ["link-used"])
    }

    @Test("GOV-09: the record of voluntary participation lists opt-in, terms, confirmation and withdrawal")
    func participation() {
        var house = RulesHouse(now: 102)
        house.batch([RetailProgramme.invitation()])
        house.batch([RetailProgramme.signUp()])
        house.batch([RetailProgramme.consent("X", at: 102, .withdrawn)])
        let text = ParticipationReport(file: house.facts.file(of: Fixtures.contractor("W1"))).json.description
        for part in [
            "participation", "terms", "independent-status", "\"decision\":\"given\"", "\"decision\":\"withdrawn\"",
            "\"status\":\"withdrawn\"", "\"t1\"", "\"i1\"", "\"web\"",
        ] {
            #expect(text.contains(part))
        }
    }
}

extension RetailProgramme {
    static func consent(_ id: String, at day: Int32, _ decision: ConsentDecision) -> ConsentRecorded {
        consent(id, at: day, ConsentFact.participation, decision)
    }
}
