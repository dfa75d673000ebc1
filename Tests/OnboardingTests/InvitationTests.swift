import Contracts
import Messaging
import Programmes
import ServiceRuntime
import Testing

@testable import OnboardingService

@Suite("Invitations")
struct InvitationTests {
    private func states(_ house: RulesHouse) -> [InvitationState] {
        house.decisions.flatMap(\.emissions).compactMap { $0.payload as? InvitationState }
    }

    @Test("ONB-13: an invitation carries its hours and the statement of every reward, and its notice goes out once")
    func carries() throws {
        var house = RulesHouse(now: 100)
        house.batch([RetailProgramme.invitation()])
        let state = try #require(states(house).first)
        #expect(state.expectedHours == Decimal6(1))
        let programme = RetailProgramme.programme()
        let pathway = try #require(programme.definition.pathway("sales"))
        #expect(state.statement == programme.rewardStatement(for: pathway, variants: state.variants).version)
        #expect(state.expiresAt == Fixtures.day(130))
        house.batch([RetailProgramme.invitation(revision: 1, batch: "b")])
        #expect(house.notices(.invitation).count == 1)
        #expect(house.notices(.invitation).first?.channel == .push)
    }

    @Test("ONB-13: an invitation without hours, rewards or a peer's quote is refused as incomplete")
    func incomplete() {
        let pathways = [
            RetailProgramme.pathway(quote: false), RetailProgramme.pathway(units: false),
        ]
        for definition in pathways.map({ RetailProgramme.definition(pathways: [$0]) })
            + [RetailProgramme.definition(rewards: Rewards())]
        {
            var house = RulesHouse(now: 100, programmes: RetailProgramme.catalogue(definition))
            let out = house.batch([RetailProgramme.invitation()])
            #expect(out.refusals.map(\.refusal.code) == ["incomplete-invitation"])
            #expect(house.facts.invitations.isEmpty && house.facts.notices.isEmpty)
        }
    }

    @Test("ONB-13: nobody is invited to what is delivered elsewhere")
    func external() {
        var house = RulesHouse(now: 100)
        let out = house.batch([RetailProgramme.invitation(programme: "outside")])
        #expect(out.refusals.map(\.refusal.code) == ["external-programme"])
    }

    @Test("ONB-24: many are invited as one batch, with a result for each worker and for the batch")
    func batch() throws {
        var house = RulesHouse(now: 100)
        house.batch((1...3).map { RetailProgramme.invitation("I\($0)", worker: "W\($0)", batch: "season") })
        house.batch([RetailProgramme.invitation("I3", worker: "W3", revision: 1, batch: "season", withdrawn: true)])
        house.now = Fixtures.day(101)
        house.batch([RetailProgramme.signUp(link: RetailProgramme.token("I1"))])
        let report = BatchReport(
            name: "season", invitations: house.facts.invitations,
            enrolments: Dictionary(uniqueKeysWithValues: house.facts.enrolments.map { ($0.place, $0) }),
            now: house.now)
        let text = report.json.description
        #expect(text.contains("\"enrolled\":1") && text.contains("\"invited\":1") && text.contains("\"taken back\":1"))
        #expect(report.links(key: RulesHouse.linkKey).description.contains(RetailProgramme.token("I2")))
        #expect(!report.links(key: RulesHouse.linkKey).description.contains(RetailProgramme.token("I3")))
        #expect(states(house).filter(\.isWithdrawn).count == 1)
    }

    @Test("ONB-24: an invitation keeps its batch, and is told as expired once its link has run out, not before")
    func expired() {
        var house = RulesHouse(now: 100)
        house.batch([RetailProgramme.invitation(batch: "season")])
        #expect(house.facts.invitations.map(\.batch) == ["season"])
        #expect(states(house).map(\.batch) == ["season"])
        let invitations = house.facts.invitations
        func report(on day: Int32) -> String {
            BatchReport(name: "season", invitations: invitations, enrolments: [:], now: Fixtures.day(day))
                .json.description
        }
        #expect(report(on: 130).contains("\"invited\":1"))
        #expect(report(on: 131).contains("\"expired\":1"))
    }

    @Test("EXP-05 ONB-13: a variant is met once, at the earliest invitation, and its text is the one that is told")
    func exposure() throws {
        var house = RulesHouse(now: 100)
        house.batch([RetailProgramme.invitation("I1", at: 99), RetailProgramme.invitation("I2", at: 98)])
        let exposure = try #require(house.facts.exposures.first)
        #expect(house.facts.exposures.count == 1)
        #expect(exposure.exposedAt == Fixtures.day(98))
        let assigned = VariantAssignment.variant(of: Fixtures.contractor("W1"), in: RetailProgramme.experiment)
        #expect(exposure.variant == assigned?.id)
        let text = assigned?.id == "short" ? "invitation-short" : "invitation"
        #expect(house.notices(.invitation).allSatisfy { $0.text == text })
    }

    @Test("EXP-05: outside an experiment's days nobody meets it")
    func outside() {
        var house = RulesHouse(now: 80)
        house.batch([RetailProgramme.invitation(at: 80)])
        #expect(house.facts.exposures.isEmpty)
        #expect(house.facts.invitations.first?.variants.isEmpty == true)
    }

    @Test("ONB-26: the worker's language counts, then the source's, then the order of the programme")
    func language() {
        func told(_ records: [any Payload]) -> (String?, String?) {
            var house = RulesHouse(now: 100)
            house.batch(records)
            return (house.notices(.invitation).first?.language, house.facts.invitations.first?.language)
        }
        let preference = RetailProgramme.preference(at: 99, language: "es-MX")
        #expect(told([preference, RetailProgramme.invitation(language: "en")]) == ("es", "es-MX"))
        #expect(told([RetailProgramme.invitation(language: "es")]) == ("es", "es"))
        #expect(told([RetailProgramme.invitation(language: "de")]) == ("en", "de"))
        #expect(told([RetailProgramme.invitation()]) == ("en", "en"))
    }

    @Test("ONB-25: every stage that onboarding knows of is told with its time")
    func stages() {
        var house = RulesHouse(now: 110)
        house.batch([
            DiscoveryRecorded(
                id: "D2", revision: 0, eventTime: Fixtures.day(95), person: Person(workerId: "W1"),
                programme: "retail", pathway: "sales"),
            DiscoveryRecorded(
                id: "D1", revision: 0, eventTime: Fixtures.day(91), person: Person(workerId: "W1"),
                programme: "retail", pathway: "sales"),
            RetailProgramme.invitation(at: 100),
            Fixtures.engagement(at: 103, status: .offered, role: "associate"),
            Fixtures.engagement(revision: 1, at: 104, role: "associate"),
            RetailProgramme.credential(at: 105), Fixtures.verification(at: 106),
        ])
        house.batch([RetailProgramme.signUp(at: 101)])
        let text = StageReport(file: house.facts.file(of: Fixtures.contractor("W1"))).json.description
        for (name, day) in [
            ("seen_at", 91), ("invited_at", 100), ("opted_in_at", 101), ("offered_at", 103), ("engaged_at", 104),
            ("cleared_at", 106),
        ] {
            #expect(text.contains("\"\(name)\":\"\(Fixtures.day(Int32(day)))\""))
        }
        #expect(house.events.contains(.discoveryNoted))
    }

    @Test("ONB-25: seen and invited are told with the first time, over all pathways and invitations")
    func firstStages() {
        func seen(_ id: String, at day: Int32, _ pathway: String) -> DiscoveryRecorded {
            DiscoveryRecorded(
                id: id, revision: 0, eventTime: Fixtures.day(day), person: Person(workerId: "W1"),
                programme: "retail", pathway: pathway)
        }
        var house = RulesHouse(now: 110)
        house.batch([
            seen("D1", at: 95, "sales"), seen("D2", at: 92, "safety-course"),
            RetailProgramme.invitation("I1", at: 100), RetailProgramme.invitation("I2", at: 98),
        ])
        let text = StageReport(file: house.facts.file(of: Fixtures.contractor("W1"))).json.description
        #expect(text.contains("\"seen_at\":\"\(Fixtures.day(92))\""))
        #expect(text.contains("\"invited_at\":\"\(Fixtures.day(98))\""))
    }
}
