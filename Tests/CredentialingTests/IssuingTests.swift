import Contracts
import Database
import Foundation
import Messaging
import Testing

@testable import CredentialingService

@Suite("Credentials from outcomes")
struct IssuingTests {
    private let id = Credential.id(of: OutcomeState.made().outcome)

    @Test("CRD-01: a passed outcome earns one credential, however often it is told")
    func once() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made(), .made())
        try world.tell(.made())
        #expect(world.announced(id) == ["issued 1 valid"])
        #expect(world.credentials.count == 1)
        #expect(world.last.writes.isEmpty)
    }

    @Test("CRD-01: an outcome that is not passed earns none, nor does an earlier one that arrives late")
    func notPassed() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made(sequence: 2, passed: false))
        try world.tell(.made(sequence: 1))
        #expect(world.credentials.isEmpty)
        try world.tell(.made(sequence: 3))
        #expect(world.announced(id) == ["issued 1 valid"])
    }

    @Test(
        "CRD-04: valid for 12 calendar months, clamped to the month's last day",
        arguments: [
            ("2014-03-31", "2015-03-31"), ("2016-02-29", "2017-02-28"), ("2014-12-15", "2015-12-15"),
        ])
    func validity(_ awarded: String, _ until: String) throws {
        var world = try CredentialingWorld(now: awarded)
        try world.tell(.made(awarded: awarded))
        let credential = try #require(world.credentials[id])
        #expect(credential.validFrom == UTCMoment.parse(awarded))
        #expect(credential.validUntil == UTCMoment.parse(until))
        #expect(world.timers[id]?.due == credential.validUntil)
        #expect(world.timers[id]?.kind == "credential-expiry")
    }

    @Test("CRD-04: it lapses when its timer comes due, and not a moment before")
    func lapse() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        world.now = try #require(UTCMoment.parse("2015-03-30T23:59:59Z"))
        try world.batch([world.item(EventType("timer"), TimerFired(key: id, kind: "credential-expiry", due: world.now))]
        )
        #expect(world.credentials[id]?.status == .valid)
        #expect(world.timers[id] != nil)
        world.now = try #require(UTCMoment.parse("2015-03-31"))
        try world.fireTimers()
        #expect(world.announced(id) == ["issued 1 valid", "lapsed 2 lapsed"])
        #expect(world.timers.isEmpty)
        #expect(world.last.audits.map(\.entry.rule) == ["credential-expiry/1"])
    }

    @Test("CRD-04: history is issued and lapsed at once, without a timer")
    func history() throws {
        var world = try CredentialingWorld(now: "2026-01-01")
        try world.tell(.made())
        #expect(world.announced(id) == ["issued 1 valid", "lapsed 2 lapsed"])
        #expect(world.timers.isEmpty)
    }

    @Test("a corrected award re-dates the credential under its id and moves the timer")
    func redated() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        let salt = world.credentials[id]?.salt
        try world.tell(.made(sequence: 2, awarded: "2014-02-10"))
        #expect(world.announced(id) == ["issued 1 valid", "corrected 2 valid"])
        #expect(world.credentials[id]?.awardedAt == UTCMoment.parse("2014-02-10"))
        #expect(world.credentials[id]?.salt == salt)
        #expect(world.timers[id]?.due == UTCMoment.parse("2015-02-10"))
        #expect(
            world.last.writes.map(\.statement) == [
                CredentialStatements.update, StatusStatements.insert, StatusStatements.set,
            ])
        #expect(world.credentials[id]?.place == StatusPlace(list: 0, index: 2))
    }

    @Test("a correction that says nothing new is not announced, but makes earlier ones stale")
    func sameAgain() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        try world.tell(.made(sequence: 5))
        #expect(world.announced(id) == ["issued 1 valid"])
        try world.tell(.made(sequence: 4, awarded: "2014-01-01"))
        #expect(world.credentials[id]?.awardedAt == UTCMoment.parse("2014-03-31"))
    }

    @Test("an outcome that turns out not passed revokes; passed again, it is valid under the same id")
    func revoked() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        try world.tell(.made(sequence: 2, passed: false))
        #expect(world.credentials[id]?.reason == "outcome corrected")
        #expect(world.timers.isEmpty)
        try world.tell(.made(sequence: 3))
        #expect(world.announced(id) == ["issued 1 valid", "revoked 2 revoked", "corrected 3 valid"])
        #expect(world.credentials[id]?.reason == nil)
        #expect(world.timers[id] != nil)
    }

    @Test("a lapsed credential that is re-dated into the present is valid again")
    func revived() throws {
        var world = try CredentialingWorld(now: "2015-06-01")
        try world.tell(.made(awarded: "2014-03-31"))
        try world.tell(.made(sequence: 2, awarded: "2014-09-01"))
        #expect(world.announced(id) == ["issued 1 valid", "lapsed 2 lapsed", "corrected 3 valid"])
        #expect(world.timers[id]?.due == UTCMoment.parse("2015-09-01"))
    }

    @Test("passing in another offering is another credential")
    func anotherOffering() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made(1), .made(2))
        #expect(world.credentials.count == 2)
    }

    @Test("a programme that is not published parks the message and changes nothing")
    func unknownProgramme() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made(programmeVersion: 9))
        #expect(world.last.parked.count == 1)
        #expect(world.last.writes.isEmpty)
    }

    @Test(
        "ONB-27: a link announces the credential for the contractor who stands for both, an unlink for the first again")
    func linked() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        let older = Identifier.contractor(source: "oulad", workerId: "older")
        world.roster = Roster([(CredentialingWorld.contractor, older), (older, older)])
        let link = ContractorLink(contractor: CredentialingWorld.contractor, canonical: older, sequence: 1)
        try world.batch([world.item(.contractorLinked, link, related: [older, CredentialingWorld.contractor])])
        #expect(world.credentials[id]?.holder == older)
        #expect(world.emissions.last?.contractor == older)
        world.roster = Roster()
        try world.batch([world.item(.contractorUnlinked, link, related: [older, CredentialingWorld.contractor])])
        #expect(world.announced(id) == ["issued 1 valid", "corrected 2 valid", "corrected 3 valid"])
        #expect(world.credentials[id]?.holder == CredentialingWorld.contractor)
    }

    @Test("GOV-01: every announcement has its audit entry with rule, programme version and inputs")
    func audited() throws {
        var world = try CredentialingWorld(now: "2026-01-01")
        try world.tell(.made())
        #expect(world.last.audits.map(\.entry.decision) == ["credential.issued", "credential.lapsed"])
        #expect(world.last.audits.allSatisfy { $0.entry.programmeVersion == 1 && $0.entry.programme == "oulad" })
        let inputs = try #require(world.last.audits.first?.entry.inputs)
        let parsed = try JSONSerialization.jsonObject(with: Data(inputs.utf8)) as? [String: String]
        #expect(parsed?["outcome"] == OutcomeState.made().outcome.description)
        #expect(parsed?["score"] == "72")
    }
}
