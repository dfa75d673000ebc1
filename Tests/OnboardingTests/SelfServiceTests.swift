import Contracts
import Messaging
import Programmes
import ServiceRuntime
import Testing

@testable import OnboardingService

@Suite("What a worker sees of a case")
struct SelfServiceTests {
    private func report(_ house: RulesHouse) throws -> String {
        let file = house.facts.file(of: Fixtures.contractor("W1"))
        let judge = CaseJudge(
            file: file, programmes: house.programmes, delivered: DeliveredRoles(house.programmes), now: house.now)
        let gate = try #require(house.gate())
        let judged = try #require(judge.judge(gate))
        return CaseReport(judged: judged, file: file, now: house.now).json.description
    }

    @Test("ONB-21: each open step with what it needs, how long it takes, who owns it and how to start it")
    func openSteps() throws {
        var house = RulesHouse(now: 101)
        house.batch([Fixtures.engagement(role: "stocker")])
        let text = try report(house)
        #expect(text.contains("\"needs\":\"The assessment.\",\"minutes\":60,\"owner\":\"worker\""))
        #expect(text.contains(EventType.stepRecorded.name) && text.contains(EventType.attemptRecorded.name))
        #expect(text.contains("\"kind\":\"site rule\",\"reference\":\"Site rule 4\""))
        #expect(!text.contains("\"start\":null"))
    }

    @Test("ONB-15: pay milestones are told with trigger and amount or rate")
    func milestones() throws {
        var house = RulesHouse(now: 101)
        house.batch([Fixtures.engagement(role: "associate")])
        let text = try report(house)
        #expect(
            text.contains(
                "\"trigger\":\"credential\",\"amount_minor_units\":null,\"currency\":null,\"basis_points\":500"))
        #expect(text.contains("\"trigger\":\"first week\",\"amount_minor_units\":5000,\"currency\":\"USD\""))
    }

    @Test("ONB-14: the case stores which version of the benefits and of the statement the worker saw")
    func seen() throws {
        var house = RulesHouse(now: 101)
        house.batch([
            Fixtures.engagement(role: "associate"),
            RetailProgramme.step("S1", at: 101, "benefits", .seen, textVersion: "b7"),
        ])
        let step = try #require(house.steps()["benefits"])
        #expect(step.state == .done)
        #expect(step.textVersion == "b7")
        let pathway = try #require(RetailProgramme.programme().definition.pathway("sales"))
        #expect(step.statement == RetailProgramme.programme().rewardStatement(for: pathway).version)
        house.batch(RetailProgramme.consents(at: 101))
        #expect(try report(house).contains("\"welcome\":{\"text\":\"welcome\",\"text_version\":\"2025-09\""))
    }

    @Test("ONB-03: the clock tells met or missed and the time that it took")
    func clock() throws {
        var house = RulesHouse(now: 110)
        house.batch([
            Fixtures.engagement(role: "associate"), RetailProgramme.credential(at: 101), Fixtures.verification(at: 102),
        ])
        #expect(try report(house).contains("\"result\":\"met\",\"elapsed_minutes\":2880"))
        house.batch([Fixtures.verification("V1", revision: 1, at: 104)])
        var late = RulesHouse(now: 110)
        late.batch([
            Fixtures.engagement(role: "associate"), RetailProgramme.credential(at: 101), Fixtures.verification(at: 104),
        ])
        #expect(try report(late).contains("\"result\":\"missed\",\"elapsed_minutes\":5760"))
    }

    @Test("ONB-20: a check is stored with its provider's reference and time")
    func reference() {
        var house = RulesHouse(now: 101)
        house.batch([Fixtures.engagement(role: "associate"), Fixtures.verification(at: 101)])
        #expect(house.facts.verifications.map(\.providerReference) == ["BG-1"])
        #expect(house.facts.verifications.map(\.eventTime) == [Fixtures.day(101)])
    }

    @Test("ONB-01 ONB-10: what is delivered elsewhere loads nothing more, writes nothing more and sets no timer")
    func external() throws {
        var house = RulesHouse(now: 110)
        let out = house.batch([Fixtures.engagement(), Fixtures.consent()])
        #expect(out.timers.isEmpty)
        #expect(out.writes.count == 6)
        let items = [
            Fixtures.item(Fixtures.engagement(), .engagementRecorded, message: "A"),
            Fixtures.item(Fixtures.consent(), .consentRecorded, message: "B"),
        ]
        #expect(Loading(items, Roster()).calls.count == 4)
        house.advance(to: Fixtures.day(1000))
        #expect(house.facts.gates.isEmpty && house.facts.notices.isEmpty && house.facts.series.isEmpty)
    }
}
