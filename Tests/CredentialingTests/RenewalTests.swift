import Contracts
import Database
import Messaging
import Programmes
import Testing

@testable import CredentialingService

@Suite("Renewal of credentials")
struct RenewalTests {
    private let id = Credential.id(of: OutcomeState.made().outcome)
    private var opening: Identifier { CredentialTimer.renewal.key(of: id) }

    private func world(_ now: String = "2014-04-01", pathway: String = "AAA") throws -> CredentialingWorld {
        var world = try CredentialingWorld(now: now)
        try world.tell(.assessed(pathway: pathway))
        return world
    }

    private func terms(_ world: CredentialingWorld) throws -> [String] {
        let credential = try #require(world.credentials[id])
        let pathway = try #require(CredentialingWorld.renewing.definition.pathway(credential.pathway))
        return TermRule.terms(
            of: credential, world.renewals.values.filter { $0.credential == id }, pathway.credential
        ).map { "\($0.validFrom.day) \($0.validUntil.day) \($0.score?.text ?? "-")" }
    }

    @Test("CRD-05: a renewal opens by itself, so many days before the expiry, and is announced once")
    func opens() throws {
        var world = try world()
        #expect(world.timers[opening]?.due == UTCMoment.parse("2015-03-01"))
        world.now = try #require(UTCMoment.parse("2015-03-01"))
        try world.fireTimers()
        #expect(world.announced(id) == ["issued 1 valid", "renewal-opened 2 valid"])
        #expect(world.told(id)?.validUntil == UTCMoment.parse("2015-03-31"))
        #expect(world.last.audits.map(\.entry.rule) == ["credential-renewal-opening/1"])
        #expect(world.timers[opening] == nil)
        try world.batch([
            world.item(EventType("timer"), TimerFired(key: opening, kind: RenewalOpening.timer, due: world.now))
        ])
        try world.tell(.assessed(sequence: 2, awarded: "2014-04-05"))
        #expect(world.announced(id).filter { $0.hasPrefix("renewal") }.count == 1)
    }

    @Test("CRD-05: a programme without a renewal path times none")
    func noPath() throws {
        var world = try CredentialingWorld(now: "2014-04-01")
        try world.tell(.made())
        #expect(world.timers.keys.sorted() == [id])
    }

    @Test("CRD-05: the opening moves with the validity, and a timer that fires too early is set again")
    func moves() throws {
        var world = try world()
        try world.tell(.assessed(sequence: 2, awarded: "2014-05-10"))
        #expect(world.timers[opening]?.due == UTCMoment.parse("2015-04-10"))
        world.now = try #require(UTCMoment.parse("2015-03-01"))
        try world.batch([
            world.item(EventType("timer"), TimerFired(key: opening, kind: RenewalOpening.timer, due: world.now))
        ])
        #expect(world.last.emissions.isEmpty)
        #expect(world.timers[opening]?.due == UTCMoment.parse("2015-04-10"))
        try world.tell(.assessed(sequence: 3, passed: false))
        #expect(world.timers.isEmpty)
    }

    @Test("CRD-05: one whose renewal was open already, or over, when it was recorded says so, and carries the truth")
    func late() throws {
        let open = try world("2015-03-15")
        #expect(open.announced(id) == ["issued 1 valid", "renewal-opened 2 valid"])
        let over = try world("2020-01-01")
        #expect(over.announced(id) == ["issued 1 valid", "renewal-opened 2 valid", "lapsed 3 lapsed"])
        #expect(over.timers.isEmpty)
        #expect(over.told(id)?.validUntil == UTCMoment.parse("2015-03-31"))
    }

    @Test("CRD-05: a clock that jumps over the whole window opens the renewal and lapses the credential, each once")
    func jump() throws {
        var world = try world()
        world.now = try #require(UTCMoment.parse("2016-01-01"))
        try world.fireTimers()
        #expect(
            world.announced(id).map { $0.split(separator: " ")[0] }.sorted() == [
                "issued", "lapsed", "renewal-opened",
            ])
        #expect(world.told(id)?.status == .lapsed)
        #expect(world.timers.isEmpty)
    }

    @Test("CRD-05: passing extends the credential under its id, from the day of completion")
    func renewed() throws {
        var world = try world()
        world.now = try #require(UTCMoment.parse("2015-03-11"))
        try world.fireTimers()
        try world.renew(.made(of: id, passed: "2015-03-10"), .made(of: id, passed: "2015-03-10"))
        #expect(world.announced(id) == ["issued 1 valid", "renewal-opened 2 valid", "renewed 3 valid"])
        let renewed = try #require(world.credentials[id])
        #expect(renewed.awardedAt == UTCMoment.parse("2014-03-31"))
        #expect(renewed.validFrom == UTCMoment.parse("2015-03-10"))
        #expect(renewed.validUntil == UTCMoment.parse("2016-03-10"))
        #expect(world.told(id)?.renewals == 1)
        #expect(world.wrote(StatusStatements.set) == 1 && world.wrote(StatusStatements.insert) == 1)
        #expect(world.timers[id]?.due == renewed.validUntil)
        #expect(world.timers[opening]?.due == UTCMoment.parse("2016-02-09"))
        #expect(world.last.audits.map(\.entry.rule) == ["credential-renewal/1"])
        try world.renew(.made(of: id, passed: "2015-03-10"))
        #expect(world.last.writes.isEmpty && world.last.emissions.isEmpty)
        world.now = try #require(UTCMoment.parse("2016-02-09"))
        try world.fireTimers()
        #expect(world.announced(id).last == "renewal-opened 4 valid")
    }

    @Test(
        "CRD-05: where the definition counts from the expiry, no day is lost; once it lapsed, it counts from completion"
    )
    func fromExpiry() throws {
        var early = try world(pathway: "BBB")
        early.now = try #require(UTCMoment.parse("2015-03-12"))
        try early.renew(.made(of: id, passed: "2015-03-10"))
        #expect(early.credentials[id]?.validUntil == UTCMoment.parse("2016-03-31"))
        var lapsed = try world(pathway: "BBB")
        lapsed.now = try #require(UTCMoment.parse("2015-04-12"))
        try lapsed.fireTimers()
        #expect(lapsed.credentials[id]?.status == .lapsed)
        try lapsed.renew(.made(of: id, passed: "2015-04-10"))
        #expect(lapsed.credentials[id]?.validUntil == UTCMoment.parse("2016-04-10"))
        #expect(lapsed.announced(id).last?.hasSuffix("valid") == true)
    }

    @Test("CRD-06: renewals keep the history of earlier terms, whatever the order in which they arrive")
    func history() throws {
        var world = try world("2016-03-10")
        try world.renew(.made(2, of: id, passed: "2016-03-01", score: 90))
        try world.renew(.made(1, of: id, passed: "2015-03-10"))
        #expect(
            try terms(world) == [
                "2014-03-31 2015-03-31 72", "2015-03-10 2016-03-10 81", "2016-03-01 2017-03-01 90",
            ])
        #expect(world.credentials[id]?.renewals == 2)
        #expect(world.wrote(RenewalStatements.putTerms) == 1 && world.wrote(RenewalStatements.clearTerms) == 1)
    }

    @Test("CRD-06: a renewal that is taken back shortens the credential again, and one more lets it lapse")
    func withdrawn() throws {
        var world = try world()
        world.now = try #require(UTCMoment.parse("2015-06-01"))
        try world.fireTimers()
        try world.renew(.made(of: id, passed: "2015-03-10"))
        #expect(world.credentials[id]?.status == .valid)
        try world.renew(.made(of: id, passed: "2015-03-10", isWithdrawn: true, sequence: 2))
        #expect(world.announced(id).suffix(2).map { $0.split(separator: " ")[0] } == ["corrected", "lapsed"])
        #expect(world.told(id)?.renewals == 0)
        #expect(world.told(id)?.validUntil == UTCMoment.parse("2015-03-31"))
        #expect(try terms(world).count == 1)
        try world.renew(.made(of: id, passed: "2015-03-10"))
        #expect(world.last.emissions.isEmpty)
    }

    @Test("CRD-05: a renewal that arrives before its credential waits for it")
    func early() throws {
        var world = try CredentialingWorld(now: "2015-04-10")
        try world.renew(.made(of: id, passed: "2015-03-10"))
        #expect(world.emissions.isEmpty && world.renewals.count == 1)
        try world.tell(.assessed())
        #expect(world.announced(id) == ["issued 1 valid"])
        #expect(world.told(id)?.renewals == 1)
        #expect(world.credentials[id]?.validUntil == UTCMoment.parse("2016-03-10"))
    }

    @Test("CRD-05: passing twice while a renewal is open is one renewal, and the trail says why")
    func twice() throws {
        var world = try world("2015-03-20", pathway: "BBB")
        try world.renew(.made(1, of: id, passed: "2015-03-10"), .made(2, of: id, passed: "2015-03-12"))
        #expect(world.credentials[id]?.validUntil == UTCMoment.parse("2016-03-31"))
        #expect(world.credentials[id]?.renewals == 1)
        #expect(world.last.audits.map(\.entry.decision).contains("credential-renewal.set-aside"))
    }

    @Test("CRD-06: a corrected award takes no renewal away that was passed while it was open")
    func redated() throws {
        var world = try world("2016-03-20", pathway: "BBB")
        try world.renew(.made(1, of: id, passed: "2015-03-10"), .made(2, of: id, passed: "2016-03-10"))
        #expect(world.credentials[id]?.validUntil == UTCMoment.parse("2017-03-31"))
        try world.tell(.assessed(sequence: 2, awarded: "2014-06-30", pathway: "BBB"))
        #expect(world.credentials[id]?.renewals == 2)
        #expect(world.credentials[id]?.validUntil == UTCMoment.parse("2017-06-30"))
    }

    @Test("CRD-07: a credential that was revoked for cause is not renewed")
    func revoked() throws {
        var world = try world("2015-03-10")
        try world.ask(.revoke, of: id, condition: "fraud", reason: "Case 12.")
        let before = world.announced(id)
        try world.renew(.made(of: id, passed: "2015-03-10"))
        #expect(world.announced(id) == before)
        #expect(world.last.audits.map(\.entry.decision) == ["credential-renewal.set-aside"])
        #expect(world.timers.isEmpty)
    }

    @Test("CRD-05: what the previous version renewed, and kept on the credential alone, counts on")
    func kept() throws {
        var world = try world()
        world.credentials[id]?.renewedAt = UTCMoment.parse("2015-03-10")
        world.credentials[id]?.validUntil = try #require(UTCMoment.parse("2016-03-10"))
        world.now = try #require(UTCMoment.parse("2016-03-08"))
        try world.renew(.made(of: id, passed: "2016-03-05"))
        #expect(world.credentials[id]?.renewals == 2)
        #expect(world.credentials[id]?.validUntil == UTCMoment.parse("2017-03-05"))
    }

    @Test("GOV-04: renewals go with the contractor, and late ones bring nothing back")
    func erased() throws {
        var world = try world("2015-03-12")
        try world.renew(.made(of: id, passed: "2015-03-10"))
        try world.batch([world.wish(.erase)])
        #expect(world.renewals.isEmpty && world.timers.isEmpty)
        #expect(world.wrote(ErasureStatements.removeRenewals) == 1 && world.wrote(ErasureStatements.removeTerms) == 1)
        #expect(world.wrote(RenewalStatements.put) == 0)
        try world.renew(.made(of: id, passed: "2015-03-10", sequence: 2))
        #expect(world.last.writes.isEmpty)
    }
}
