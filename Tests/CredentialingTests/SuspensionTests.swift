import Contracts
import Messaging
import Testing

@testable import CredentialingService

@Suite("Suspension of credentials")
struct SuspensionTests {
    private let id = Credential.id(of: OutcomeState.made().outcome)
    private var end: Identifier { CredentialTimer.suspension.key(of: id) }

    private func suspended() throws -> CredentialingWorld {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        try world.ask(.suspend, of: id, reason: "Under review.", until: "2014-05-01")
        return world
    }

    @Test("CRD-08: a suspension is announced with its end, by one event, and is no revocation")
    func announced() throws {
        let world = try suspended()
        #expect(world.last.emissions.map(\.type) == [.credentialSuspended])
        #expect(world.announced(id) == ["issued 1 valid", "suspended 2 valid"])
        #expect(world.told(id)?.suspendedUntil == UTCMoment.parse("2014-05-01"))
        #expect(world.timers[end]?.due == UTCMoment.parse("2014-05-01"))
        #expect(world.wrote(StatusStatements.set) == 0)
    }

    @Test("CRD-08: lifting it is announced, and its end does nothing any more")
    func lifted() throws {
        var world = try suspended()
        try world.ask(.lift, of: id)
        #expect(world.announced(id).last == "suspended 3 valid")
        #expect(world.told(id)?.suspendedUntil == nil)
        #expect(world.last.audits.map(\.entry.decision) == ["credential.restored", "credential-request.granted"])
        #expect(world.timers[end] == nil)
        world.now = try #require(UTCMoment.parse("2014-05-01"))
        try world.batch([
            world.item(EventType("timer"), TimerFired(key: end, kind: SuspensionEnd.timer, due: world.now))
        ])
        #expect(world.last.emissions.isEmpty && world.last.writes.isEmpty)
    }

    @Test("CRD-08: it ends at its moment by itself, not before, and once; every event until then carries it")
    func ends() throws {
        var world = try suspended()
        try world.tell(.made(sequence: 2, score: 80))
        #expect(world.told(id)?.suspendedUntil == UTCMoment.parse("2014-05-01"))
        world.now = try #require(UTCMoment.parse("2014-04-30T23:59:59Z"))
        try world.batch([
            world.item(EventType("timer"), TimerFired(key: end, kind: SuspensionEnd.timer, due: world.now))
        ])
        #expect(world.last.emissions.isEmpty)
        #expect(world.timers[end]?.due == UTCMoment.parse("2014-05-01"))
        world.now = try #require(UTCMoment.parse("2014-05-01"))
        try world.fireTimers()
        #expect(world.announced(id).suffix(2) == ["corrected 3 valid", "suspended 4 valid"])
        #expect(world.told(id)?.suspendedUntil == nil)
        #expect(world.credentials[id]?.suspension == nil)
        #expect(world.last.audits.map(\.entry.rule) == ["credential-suspension/1"])
        #expect(Array(world.timers.keys) == [id])
    }

    @Test("CRD-08: a longer suspension moves the end; a revocation leaves none to end")
    func moved() throws {
        var world = try suspended()
        try world.ask(.suspend, of: id, reason: "Still under review.", until: "2014-06-01")
        #expect(world.timers[end]?.due == UTCMoment.parse("2014-06-01"))
        #expect(world.told(id)?.suspendedUntil == UTCMoment.parse("2014-06-01"))
        try world.ask(.revoke, of: id, condition: "fraud", reason: "Case 12.")
        #expect(world.told(id)?.status == .revoked)
        #expect(world.told(id)?.suspendedUntil == nil)
        #expect(world.timers.isEmpty)
        try world.ask(.suspend, of: id, reason: "Too late.", until: "2014-06-01")
        #expect(world.last.audits.map(\.entry.decision) == ["credential-request.declined"])
    }

    @Test("CRD-08: one whose end is past is not lifted any more, though its timer is yet to fire")
    func pastItsEnd() throws {
        var world = try suspended()
        world.now = try #require(UTCMoment.parse("2014-05-01"))
        try world.ask(.lift, of: id)
        #expect(world.last.audits.map(\.entry.decision) == ["credential-request.declined"])
        #expect(world.announced(id).count == 2)
        try world.fireTimers()
        #expect(world.announced(id).last == "suspended 3 valid")
    }
}
