import Contracts
import Database
import Messaging
import Programmes
import Testing

@testable import CredentialingService

@Suite("What people ask of credentials")
struct RequestTests {
    private let id = Credential.id(of: OutcomeState.made().outcome)

    private func world() throws -> CredentialingWorld {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        return world
    }

    @Test("CRD-07: a revocation cites a written condition, sets the bit and is announced with its reason")
    func revoke() throws {
        var world = try world()
        try world.ask(.revoke, of: id, condition: "fraud", reason: "Reported by the client, case 12.")
        #expect(world.announced(id) == ["issued 1 valid", "revoked 2 revoked"])
        #expect(world.credentials[id]?.condition == "fraud")
        #expect(
            world.credentials[id]?.reason == "Somebody else did the work. Reported by the client, case 12.")
        #expect(world.wrote(StatusStatements.set) == 1)
        #expect(world.wrote(RequestStatements.answer) == 1)
        #expect(world.timers.isEmpty)
        #expect(world.last.audits.map(\.entry.decision) == ["credential.revoked", "credential-request.granted"])
        #expect(world.last.audits[1].entry.inputs.contains("R. Eviewer"))
    }

    @Test(
        "CRD-07: no condition, an unknown one, or no reason: nothing is revoked",
        arguments: [(nil, "why"), ("other", "why"), ("fraud", nil), ("fraud", "")] as [(String?, String?)])
    func declined(_ condition: String?, _ reason: String?) throws {
        var world = try world()
        try world.ask(.revoke, of: id, condition: condition, reason: reason)
        #expect(world.announced(id) == ["issued 1 valid"])
        #expect(world.last.audits.map(\.entry.decision) == ["credential-request.declined"])
        #expect(world.wrote(StatusStatements.set) == 0)
    }

    @Test("CRD-07: what was revoked for cause, a corrected outcome does not give back")
    func forCause() throws {
        var world = try world()
        try world.ask(.revoke, of: id, condition: "fraud", reason: "Case 12.")
        try world.tell(.made(sequence: 2, score: 80))
        #expect(world.credentials[id]?.status == .revoked)
        #expect(world.announced(id).count == 2)
    }

    @Test("CRD-08: a suspension has an end and can be lifted; it is no revocation")
    func suspend() throws {
        var world = try world()
        try world.ask(.suspend, of: id, reason: "Under review.", until: "2014-05-01")
        let suspension = try #require(world.credentials[id]?.suspension)
        #expect(suspension.until == UTCMoment.parse("2014-05-01"))
        #expect(world.credentials[id]?.status == .valid)
        #expect(world.wrote(StatusStatements.set) == 0)
        try world.ask(.lift, of: id)
        #expect(world.credentials[id]?.suspension == nil)
        try world.ask(.lift, of: id)
        #expect(world.last.audits.map(\.entry.decision) == ["credential-request.declined"])
    }

    @Test(
        "CRD-08: a suspension without an end, with one in the past, or one too far is none",
        arguments: [nil, "2014-03-31", "2016-01-01"] as [String?])
    func endless(_ until: String?) throws {
        var world = try world()
        try world.ask(.suspend, of: id, reason: "Under review.", until: until)
        #expect(world.credentials[id]?.suspension == nil)
    }

    @Test("CRD-05: a renewal keeps id and award, is valid from now, takes a fresh bit and sets the old one")
    func renew() throws {
        var world = try world()
        world.now = try #require(UTCMoment.parse("2015-03-01"))
        try world.ask(.renew, of: id)
        let renewed = try #require(world.credentials[id])
        #expect(renewed.awardedAt == UTCMoment.parse("2014-03-31"))
        #expect(renewed.validFrom == UTCMoment.parse("2015-03-01"))
        #expect(renewed.validUntil == UTCMoment.parse("2016-03-01"))
        #expect(renewed.place == StatusPlace(list: 0, index: 2))
        #expect(world.wrote(StatusStatements.set) == 1 && world.wrote(StatusStatements.insert) == 1)
        #expect(world.timers[id]?.due == renewed.validUntil)
        #expect(world.announced(id) == ["issued 1 valid", "renewed 2 valid"])
        #expect(world.told(id)?.renewals == 1)
        try world.tell(.made(sequence: 2, awarded: "2014-03-30"))
        #expect(world.credentials[id]?.validUntil == renewed.validUntil)
    }

    @Test("CRD-05: a lapsed credential that is renewed is valid again, and lapses again")
    func renewLapsed() throws {
        var world = try CredentialingWorld(now: "2016-01-01")
        try world.tell(.made())
        try world.ask(.renew, of: id)
        #expect(world.announced(id) == ["issued 1 valid", "lapsed 2 lapsed", "renewed 3 valid"])
        world.now = try #require(UTCMoment.parse("2017-01-01"))
        try world.fireTimers()
        #expect(world.announced(id).last == "lapsed 4 lapsed")
    }

    @Test("CRD-05: where the definition counts from the expiry, no day is lost by renewing early")
    func renewFromExpiry() throws {
        let world = try world()
        let credential = try #require(world.credentials[id])
        let definition = CredentialDefinition(name: "N", description: "D", criteria: "C", renewal: .expiry)
        let request = CredentialRequest(
            id: id, credential: id, kind: .renew, condition: nil, reason: nil, until: nil, requestedBy: "R")
        let now = try #require(UTCMoment.parse("2015-03-01"))
        let renewed = try RequestRules.apply(request, to: credential, definition, now: now).get().credential
        #expect(renewed.validUntil == UTCMoment.parse("2016-03-31"))
        #expect(renewed.validFrom == now)
    }

    @Test(
        "GOV-27: nothing restricts a worker without a person's name and a reason under it",
        arguments: [
            ("", "Case 12."), ("  ", "Case 12."), ("guildhall", "Case 12."), ("Credentialing", "Case 12."),
            ("the worker", "Case 12."), ("R. Eviewer", " "), ("R. Eviewer", nil),
        ] as [(String, String?)])
    func named(_ name: String, _ reason: String?) throws {
        var world = try world()
        try world.ask(.revoke, of: id, condition: "fraud", reason: reason, by: name)
        #expect(world.last.audits.map(\.entry.decision) == ["credential-request.declined"])
        try world.ask(.suspend, of: id, reason: reason, until: "2014-05-01", by: name)
        #expect(world.last.audits.map(\.entry.decision) == ["credential-request.declined"])
        #expect(world.announced(id) == ["issued 1 valid"])
        #expect(world.credentials[id]?.suspension == nil)
    }

    @Test("GOV-27: who restricted a worker, and why, is in the audit trail")
    func named() throws {
        var world = try world()
        try world.ask(.suspend, of: id, reason: "Under review.", until: "2014-05-01")
        #expect(world.last.audits.map(\.entry.decision) == ["credential.suspended", "credential-request.granted"])
        let inputs = try #require(world.last.audits.last?.entry.inputs)
        #expect(inputs.contains("R. Eviewer") && inputs.contains("Under review."))
    }

    @Test("CRD-07: a correction may revoke first; a person's revocation then still stands, with its condition")
    func correctedFirst() throws {
        var world = try world()
        try world.tell(.made(sequence: 2, passed: false))
        try world.ask(.revoke, of: id, condition: "fraud", reason: "Case 12.")
        try world.tell(.made(sequence: 3))
        #expect(world.credentials[id]?.status == .revoked)
        #expect(world.credentials[id]?.condition == "fraud")
    }

    @Test("a request is carried out once, however often its timer fires")
    func once() throws {
        var world = try world()
        try world.batch([
            world.item(
                EventType("timer"), TimerFired(key: id, kind: CredentialRequest.timer, due: world.now))
        ])
        #expect(world.last.writes.isEmpty && world.last.audits.isEmpty)
    }
}
