import Contracts
import Foundation
import Messaging
import Testing

@testable import IncentivesService

@Suite("Premiums and their postings")
struct PremiumSettlementTests {
    private let worker = RewardsWorld.worker

    @Test("INC-06: a start uses one of the credential's two uses, in the ledger too")
    func used() throws {
        var world = RewardsWorld()
        world.tell(try CredentialState.made(100, awarded: "2014-04-01"))
        world.tell(try EngagementState.made(1, starts: "2014-05-01"))
        #expect(world.uses == [[1, 100]])
        #expect(
            world.balances == [
                "programme:oulad:premium premium-use": -2, "contractor:\(worker):entitlement premium-use": 1,
                "engagement:\(Identifier.number(1)):used premium-use": 1,
            ])
        let state = try #require(world.emissions.last?.payload as? PremiumUseState)
        #expect(state.rateBasisPoints == 500)
        #expect(state.amount == nil)
        #expect(world.postings.contains { $0.id == state.posting })
    }

    @Test("INC-06: an engagement that is only accepted uses nothing, whatever start is planned")
    func accepted() throws {
        var world = RewardsWorld()
        world.tell(
            try CredentialState.made(100, awarded: "2014-04-01"),
            try EngagementState.made(1, .accepted, starts: "2014-05-01"))
        #expect(world.uses.isEmpty)
    }

    @Test("INC-06: one that the worker left counts only when it had started")
    func withdrawn() throws {
        var world = RewardsWorld()
        world.tell(
            try CredentialState.made(100, awarded: "2014-04-01"),
            try EngagementState.made(1, .withdrawn, starts: "2014-05-01", occurred: "2014-04-20"),
            try EngagementState.made(2, .withdrawn, starts: "2014-05-01", occurred: "2014-06-20"))
        #expect(world.uses == [[2, 100]])
    }

    @Test("INC-07: a cancelled engagement returns its use, by a reversal; the next one gets it")
    func returned() throws {
        var world = RewardsWorld()
        world.tell(try CredentialState.made(100, awarded: "2014-04-01"))
        for number in 1...3 { world.tell(try EngagementState.made(number, starts: "2014-05-0\(number)")) }
        #expect(world.uses == [[1, 100], [2, 100]])
        world.tell(try EngagementState.made(1, revision: 2, .cancelled, starts: "2014-05-01"))
        #expect(world.uses == [[2, 100], [3, 100]])
        #expect(Array(world.announced.suffix(2)) == ["premium.returned 2", "premium.recommended 1"])
        #expect(world.postings.filter { $0.reverses != nil }.count == 1)
        world.tell(try EngagementState.made(1, revision: 3, .active, starts: "2014-05-01"))
        #expect(world.uses == [[1, 100], [2, 100]])
        #expect(Array(world.announced.suffix(2)) == ["premium.returned 2", "premium.recommended 3"])
        #expect(Set(world.postings.map(\.id)).count == world.postings.count)
    }

    @Test("INC-07, INC-23: the premium's amount is posted from budget to payable, and back")
    func money() throws {
        var world = RewardsWorld()
        let value = Money(minorUnits: 101_010, currency: "USD")
        world.tell(
            try CredentialState.made(100, awarded: "2014-04-01"),
            try EngagementState.made(1, starts: "2014-05-01", value: value))
        #expect((world.emissions.last?.payload as? PremiumUseState)?.amount == Money(minorUnits: 5050, currency: "USD"))
        #expect(world.balances["contractor:\(worker):payable USD"] == 5050)
        #expect(world.balances["programme:oulad:budget USD"] == -5050)
        world.tell(
            try EngagementState.made(
                1, revision: 2, starts: "2014-05-01", value: Money(minorUnits: 200_000, currency: "USD")))
        #expect(world.balances["contractor:\(worker):payable USD"] == 10_000)
        world.tell(try EngagementState.made(1, revision: 3, .cancelled, starts: "2014-05-01", value: value))
        #expect(world.balances["contractor:\(worker):payable USD"] == nil)
    }

    @Test("INC-30: a credential whose outcome turns out not passed gives nothing; a lapsed one keeps what it gave")
    func revoked() throws {
        var world = RewardsWorld()
        world.tell(try CredentialState.made(100, awarded: "2014-04-01"))
        world.tell(try EngagementState.made(1, starts: "2014-05-01"))
        world.tell(try CredentialState.made(100, sequence: 2, .lapsed, awarded: "2014-04-01"))
        #expect(world.uses == [[1, 100]])
        world.tell(try CredentialState.made(100, sequence: 3, .revoked, awarded: "2014-04-01"))
        #expect(world.uses.isEmpty)
        #expect(world.balances.isEmpty)
    }

    @Test("INC-06: an engagement that arrives before its credential gets the premium all the same")
    func late() throws {
        var world = RewardsWorld()
        world.tell(try EngagementState.made(1, starts: "2014-05-01"))
        world.tell(try CredentialState.made(100, awarded: "2014-04-01"))
        #expect(world.uses == [[1, 100]])
    }

    @Test("INC-06: a late earlier start takes the use from a later one")
    func earlier() throws {
        var world = RewardsWorld()
        world.tell(try CredentialState.made(100, awarded: "2014-04-01"))
        world.tell(try EngagementState.made(2, starts: "2014-06-01"), try EngagementState.made(3, starts: "2014-07-01"))
        world.tell(try EngagementState.made(1, starts: "2014-05-01"))
        #expect(world.uses == [[1, 100], [2, 100]])
    }

    @Test("ONB-27: linked contractors share their credentials, and unlinked ones do no longer")
    func linked() throws {
        var world = RewardsWorld()
        let alias = Identifier.contractor(source: "oulad", workerId: "2")
        world.tell(try CredentialState.made(100, awarded: "2014-04-01"))
        world.batch([
            world.item(
                .engagementStarted, try EngagementState.made(1, starts: "2014-05-01", contractor: alias), about: alias)
        ])
        #expect(world.uses.isEmpty)
        world.roster = Roster([(alias, worker), (worker, worker)])
        let link = ContractorLink(contractor: alias, canonical: worker, sequence: 1)
        world.batch([world.item(.contractorLinked, link, about: alias, related: [worker, alias])])
        #expect(world.uses == [[1, 100]])
        #expect(world.emissions.last?.contractor == worker)
        world.roster = Roster()
        world.batch([world.item(.contractorUnlinked, link, about: alias, related: [worker, alias])])
        #expect(world.uses.isEmpty)
        #expect(world.balances["contractor:\(worker):entitlement premium-use"] == 2)
    }

    @Test("earnings are kept once a revision, and a repetition is named as one")
    func earnings() throws {
        var world = RewardsWorld()
        let record = EarningsRecorded(
            id: "E-1", revision: 1, eventTime: Timestamp(microseconds: 0), person: Person(workerId: "1"),
            engagement: "W-1", periodStart: Day(number: 0), periodEnd: Day(number: 6),
            gross: Money(minorUnits: 1000, currency: "USD"))
        world.batch([world.item(.earningsRecorded, record), world.item(.earningsRecorded, record)])
        #expect(world.facts.earnings.count == 1)
        #expect(world.last.duplicates.count == 1)
        world.batch([world.item(.earningsRecorded, record)])
        #expect(world.last.duplicates.count == 1)
        #expect(world.last.writes.isEmpty)
    }

    @Test("a programme that is not published parks the message and changes nothing")
    func unknownProgramme() throws {
        var world = RewardsWorld()
        world.tell(try CredentialState.made(100, awarded: "2014-04-01", version: 4))
        #expect(world.last.parked.count == 1)
        #expect(world.last.writes.isEmpty)
    }

    @Test("GOV-01: every announcement and grant has an audit entry whose inputs are JSON")
    func audited() throws {
        var world = RewardsWorld()
        world.tell(
            try CredentialState.made(100, awarded: "2014-04-01"), try EngagementState.made(1, starts: "2014-05-01"))
        #expect(
            world.last.audits.map(\.entry.decision)
                == ["pool-membership.opened", "premium.granted", "premium.recommended"])
        for audit in world.last.audits {
            #expect(audit.entry.programmeVersion == 1)
            #expect(try JSONSerialization.jsonObject(with: Data(audit.entry.inputs.utf8)) is [String: Any])
        }
    }

    @Test("audit inputs escape what JSON must not hold")
    func inputs() throws {
        var inputs = AuditInputs()
        inputs.add("text", "a\"b\\c\nd\u{1}é")
        let parsed = try JSONSerialization.jsonObject(with: Data(inputs.text.utf8)) as? [String: String]
        #expect(parsed == ["text": "a\"b\\c\nd\u{1}é"])
    }
}
