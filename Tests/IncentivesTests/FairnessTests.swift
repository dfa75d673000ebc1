import Contracts
import Messaging
import Programmes
import Testing

@testable import IncentivesService

@Suite("No penalty, equal rewards, outcomes only")
struct FairnessTests {
    /// All that a worker has: rates, places, priorities, grants, stipends and who owes what.
    private struct Standing: Equatable {
        let places: [Identifier: PoolMembership]
        let claims: Set<PremiumClaim>
        let priorities: [PriorityState]
        let grants: [GrantState]
        let stipends: [StipendState]
        let balances: [String: Int64]
    }

    private func standing(_ world: PilotWorld) -> Standing {
        Standing(
            places: world.rewards.places, claims: Set(world.rewards.uses.values.filter(\.isOpen).map(\.claim)),
            priorities: world.states(PriorityState.self), grants: world.states(GrantState.self),
            stipends: world.states(StipendState.self), balances: world.balances)
    }

    @Test("INC-20, G6: withdrawing, declining a release or an engagement takes nothing that the worker had before")
    func declining() throws {
        let declines: [[any Payload]] = [
            [try PilotFacts.enrolment(.withdrawn, sequence: 2)],
            [try PilotFacts.testimonial(), try PilotFacts.release(.declined)],
            [try PilotFacts.engagement(5, .offered, starts: "2014-06-01", value: 100_00)],
            [
                try PilotFacts.engagement(5, .accepted, starts: "2014-06-01", value: 100_00),
                try PilotFacts.engagement(5, revision: 2, .withdrawn, starts: "2014-06-01", value: 100_00),
            ],
            [
                try PilotFacts.engagement(5, .accepted, starts: "2014-06-01", value: 100_00),
                try PilotFacts.engagement(5, revision: 2, .cancelled, starts: "2014-06-01", value: 100_00),
            ],
        ]
        let had: [any Payload] = [
            try PilotFacts.enrolment(), try PilotFacts.task(1), try PilotFacts.credential(),
            try PilotFacts.engagement(1, starts: "2014-04-20", value: 600_00),
        ]
        var without = PilotWorld()
        without.tell(had)
        for decline in declines {
            var after = PilotWorld()
            after.tell(had)
            for payload in decline { after.tell(payload) }
            #expect(standing(after) == standing(without))
            var before = PilotWorld()
            for payload in decline { before.tell(payload) }
            before.tell(had)
            #expect(standing(before) == standing(without))
        }
        // The next engagements are paid as they would have been.
        var declined = without
        for decline in declines { declined.tell(decline) }
        let next = try PilotFacts.engagement(6, starts: "2014-06-10", value: 600_00)
        without.tell(next)
        declined.tell(next)
        #expect(standing(declined) == standing(without))
    }

    @Test("INC-19: no rule hears of attendance, hours, lessons or reports of work")
    func heard() {
        let heard = Set(IncentivesRules.intake + IncentivesRules.subscriptions)
        for type in [EventType.learningRecorded, .timeReported, .timeNoted, .workReported, .ratingRecorded] {
            #expect(!heard.contains(type))
        }
    }

    @Test("INC-19: how long an engagement lasts, why it ended and what was earned in it change no reward")
    func measured() throws {
        var first = PilotWorld()
        first.tell(try PilotFacts.credential(), try PilotFacts.engagement(1, starts: "2014-04-20", value: 600_00))
        var second = PilotWorld()
        var long = try PilotFacts.engagement(1, starts: "2014-04-20", value: 600_00)
        long.endsAt = long.startsAt?.adding(months: 11)
        long.endReason = EndReason.allCases.last
        second.tell(try PilotFacts.credential(), long)
        #expect(standing(first) == standing(second))
    }

    @Test("INC-22: equal conditions give equal rewards to every worker")
    func equal() throws {
        var world = PilotWorld()
        for worker in 1...4 {
            world.tell(
                try PilotFacts.credential(100 + worker, worker: worker),
                try PilotFacts.task(200 + worker, worker: worker),
                try PilotFacts.engagement(worker, worker: worker, starts: "2014-04-20", value: 600_00))
        }
        #expect(Set(world.states(GrantState.self).map { [$0.amount.minorUnits, $0.until.microseconds] }).count == 1)
        #expect(world.states(GrantState.self).count == 4)
        #expect(Set(world.states(StipendState.self).map(\.amount.minorUnits)) == [20_00])
        #expect(world.rewards.uses.values.compactMap(\.claim.amount?.minorUnits) == [30_00, 30_00, 30_00, 30_00])
    }

    @Test("INC-22: an override grants or withholds beside the rule, and its author is in the audit trail")
    func overridden() throws {
        var granted = PilotWorld()
        granted.tell(try PilotFacts.override(.granted))
        #expect(granted.grant?.status == .claimable)
        #expect(granted.grant?.from == Timestamp.day("2014-04-12"))
        let audit = try #require(granted.audits.first { $0.decision == "override.recorded" })
        #expect(audit.inputs.contains("\"actor\":\"FIN-2\""))
        var withheld = PilotWorld()
        withheld.tell(try PilotFacts.credential())
        withheld.tell(try PilotFacts.override(.withheld))
        #expect(withheld.grant?.status == .ended)
        #expect(withheld.balances["programme:pilot:reserved USD"] == nil)
        withheld.check()
    }

    @Test("INC-22, INC-08: a rate is of those who met the condition")
    func rate() {
        let rate = FairnessReport.Rate(
            dimension: "language", group: "es", reward: "grant", enrolled: 9, earned: 3, granted: 2)
        #expect(rate.basisPoints == 6666)
        let none = FairnessReport.Rate(
            dimension: "language", group: "es", reward: "grant", enrolled: 9, earned: 0, granted: 0)
        #expect(none.basisPoints == nil)
    }

    @Test("INC-05: a premium is between 5 % and 10 %, and has an end")
    func band() {
        #expect(Premium.allowedBasisPoints == 500...1000)
        #expect(RewardEnd.allCases == [.withCredential])
    }

    @Test("records that name what no programme has are refused with what to do")
    func refused() throws {
        let programmes = ProgrammeCatalogue([PilotWorld.programme()])
        var claim = try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 1)])
        #expect(RecordCheck.refusal(of: claim, programmes) == nil)
        claim.grant = "other"
        #expect(RecordCheck.refusal(of: claim, programmes)?.code == "unknown-grant")
        claim.programme = "other"
        #expect(RecordCheck.refusal(of: claim, programmes)?.code == "unknown-programme")
        #expect(RecordCheck.refusal(of: try PilotFacts.claim(receipts: []), programmes)?.code == "receipts-missing")
        let none = try PilotFacts.receipt("aa", 0)
        #expect(
            RecordCheck.refusal(of: try PilotFacts.claim(receipts: [none]), programmes)?.code == "amount-not-positive")
        #expect(
            RecordCheck.refusal(of: try PilotFacts.payment(of: .number(1), 0), programmes)?.code
                == "amount-not-positive")
        let brief = BriefRecorded(
            id: "B", revision: 1, eventTime: Timestamp(microseconds: 0), programme: "pilot", tier: "other",
            roleCode: "r", isWithdrawn: false)
        #expect(RecordCheck.refusal(of: brief, programmes)?.code == "unknown-tier")
    }

    @Test("a revision is known for ever: repeated under another message, refused with another content or worker")
    func revisions() throws {
        var world = PilotWorld()
        let claim = try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 1)])
        world.tell(claim)
        world.batch([world.item(claim)])
        #expect(world.last.duplicates.count == 1)
        world.batch([world.item(try PilotFacts.claim(receipts: [try PilotFacts.receipt("aa", 2)]))])
        #expect(world.last.refusals.map(\.refusal.code) == ["revision-conflict"])
        world.batch([
            world.item(try PilotFacts.claim(worker: 2, revision: 2, receipts: [try PilotFacts.receipt("aa", 2)]))
        ])
        #expect(world.last.refusals.map(\.refusal.code) == ["contractor-changed"])
    }

    @Test("a programme that Guildhall does not deliver brings no fact, no timer and no question of a new table")
    func external() throws {
        var world = RewardsWorld()
        let task = TaskState(
            task: .number(1), enrolment: .number(2), contractor: RewardsWorld.worker, programme: "oulad",
            programmeVersion: 1, pathway: "AAA", offering: "AAA-2013J", attempt: "A", layer: .practical,
            completedAt: Timestamp(microseconds: 0), stipend: PilotWorld.usd(1), sequence: 1)
        world.batch([world.item(.taskCompleted, task)])
        #expect(world.last.writes.isEmpty && world.last.timers.isEmpty)
        let items = [
            world.item(.credentialIssued, try CredentialState.made(100, awarded: "2014-04-01")),
            world.item(.engagementStarted, try EngagementState.made(1, starts: "2014-05-01")),
        ]
        #expect(Loading(items, Roster(), again: false).calls.count == 5)
        world.batch(items)
        #expect(world.last.timers.isEmpty)
        #expect(Loading([world.item(.taskCompleted, task)], Roster(), again: false).calls.isEmpty)
    }
}
