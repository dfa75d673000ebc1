import Contracts
import Messaging
import Testing

@testable import OnboardingService

@Suite("Engagements")
struct EngagementTests {
    @Test(
        "ONB-01: each accepted revision is announced by its status",
        arguments: [
            (EngagementStatus.accepted, EventType.engagementAccepted), (.active, .engagementStarted),
            (.ended, .engagementEnded), (.cancelled, .engagementCancelled), (.requested, .engagementRevised),
            (.offered, .engagementRevised), (.onboarding, .engagementRevised), (.extended, .engagementRevised),
            (.withdrawn, .engagementRevised),
        ])
    func announcedByStatus(status: EngagementStatus, type: EventType) throws {
        var house = RulesHouse()
        let out = house.batch([Fixtures.engagement(status: status)])
        let emission = try #require(out.emissions.first)
        #expect(emission.type == type)
        #expect(emission.contractor == Fixtures.contractor("W1"))
        let state = try #require(emission.payload as? EngagementState)
        #expect(state.engagement == Fixtures.engagement("E1"))
        #expect(state.status == status)
    }

    @Test("ONB-01: planned times hold until the work is under way, effective ones after")
    func times() {
        var record = Fixtures.engagement(status: .accepted)
        record.plannedStart = Fixtures.day(110)
        record.effectiveStart = Fixtures.day(112)
        record.plannedEnd = Fixtures.day(200)
        record.effectiveEnd = Fixtures.day(190)
        func state(_ status: EngagementStatus) -> EngagementState {
            record.status = status
            return EngagementAnnouncement.state(
                of: record, id: Fixtures.engagement("E1"), contractor: Fixtures.contractor("W1"),
                source: Fixtures.source)
        }
        #expect(state(.accepted).startsAt == Fixtures.day(110))
        record.requisition = "REQ-1"
        record.region = "north"
        #expect(state(.accepted).requisition == .derived("requisition", Fixtures.source, "REQ-1"))
        #expect(state(.accepted).region == "north")
        #expect(state(.accepted).endsAt == Fixtures.day(200))
        #expect(state(.active).startsAt == Fixtures.day(112))
        #expect(state(.ended).endsAt == Fixtures.day(190))
        record.effectiveStart = nil
        record.effectiveEnd = nil
        #expect(state(.active).startsAt == Fixtures.day(110))
        #expect(state(.ended).endsAt == Fixtures.day(200))
    }

    @Test("ONB-01: the highest revision wins, never the last to arrive")
    func highestRevisionWins() {
        var house = RulesHouse()
        house.batch([Fixtures.engagement(revision: 2, at: 120, status: .ended)])
        let late = house.batch([Fixtures.engagement(revision: 1, at: 110, status: .active)])
        #expect(house.books.engagements.engagements[Fixtures.engagement("E1")]?.status == .ended)
        #expect(late.emissions.count == 1)
    }

    @Test("GOV-26: the same revision under another message id is a duplicate, even when exported on another day")
    func duplicate() {
        var house = RulesHouse()
        var record = Fixtures.engagement()
        house.batch([record])
        record.recordedTime = Fixtures.day(300)
        let out = house.batch([record, record])
        #expect(out.duplicates.count == 2)
        #expect(out.emissions.isEmpty && out.writes.isEmpty)
    }

    @Test("GOV-26: the same revision with another content is refused, and leaves no trace")
    func conflict() throws {
        var house = RulesHouse()
        house.batch([Fixtures.engagement(status: .accepted)])
        let before = house.state
        let out = house.batch([Fixtures.engagement(at: 50, status: .active)])
        let refusal = try #require(out.refusals.first?.refusal)
        #expect(refusal.code == "revision-conflict")
        #expect(refusal.path == "data.revision")
        #expect(out.emissions.isEmpty && out.writes.isEmpty)
        #expect(house.state == before)
    }

    @Test("GOV-26: a record that moves to another worker is refused")
    func otherWorker() {
        var house = RulesHouse()
        house.batch([Fixtures.engagement(worker: "W1")])
        let out = house.batch([Fixtures.engagement(revision: 1, worker: "W2")])
        #expect(out.refusals.first?.refusal.code == "contractor-changed")
        #expect(house.books.contractors.identities[Fixtures.contractor("W2")] == nil)
    }

    @Test("ONB-27: a message about someone unknown opens the contractor")
    func unknownOpens() throws {
        var house = RulesHouse()
        let out = house.batch([Fixtures.engagement(worker: "new")])
        #expect(out.refusals.isEmpty)
        let identity = try #require(house.books.contractors.identities[Fixtures.contractor("new")])
        #expect(identity.workerID == "new")
        #expect(identity.source == Fixtures.source)
    }
}
