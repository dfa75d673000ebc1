import Contracts
import Messaging
import Programmes
import Testing

@testable import IncentivesService

@Suite("Case studies and testimonials")
struct StoryTests {
    private func story(_ payloads: [any Payload]) -> StoryState? {
        var world = PilotWorld()
        world.tell(payloads)
        return world.states(StoryState.self).first
    }

    @Test("INC-16: completion offers a story with the standard release, and nothing is released by itself")
    func offered() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.credential(), try PilotFacts.testimonial())
        let story = try #require(world.states(StoryState.self).first)
        #expect(story.status == .offered)
        #expect(story.textVersion == "r1")
        #expect(story.testimonial != nil)
        #expect(story.hash == nil)
        #expect(!world.emissions.contains { ($0.payload as? StoryState)?.status == .released })
    }

    @Test("INC-16: the worker accepts or edits: then it is released, with the words that were released")
    func released() throws {
        let credential = try PilotFacts.credential()
        let accepted = try story([
            credential, PilotFacts.testimonial(), PilotFacts.release(.accepted, hash: nil),
        ])
        #expect(accepted?.status == .released)
        #expect(accepted?.hash == "cd")
        let edited = try story([credential, PilotFacts.testimonial(), PilotFacts.release(.edited, hash: "ef")])
        #expect(edited?.status == .released)
        #expect(edited?.hash == "ef")
    }

    @Test("INC-16: the worker declines, also later: then it is not released")
    func declined() throws {
        let credential = try PilotFacts.credential()
        #expect(try story([credential, PilotFacts.release(.declined)])?.status == .declined)
        let taken = try story([
            credential, PilotFacts.release(.declined, on: "2014-04-25", id: "REL-2"), PilotFacts.release(.accepted),
        ])
        #expect(taken?.status == .declined)
    }

    @Test("INC-16: a testimonial that comes after the release is no part of it")
    func after() throws {
        let story = try story([
            PilotFacts.credential(), PilotFacts.testimonial("TST-1", on: "2014-04-15"),
            PilotFacts.release(.accepted, on: "2014-04-20", hash: nil),
            PilotFacts.testimonial("TST-2", on: "2014-04-22"),
        ])
        #expect(
            story?.testimonial == RecordFact.id(.testimonialRecorded, source: PilotWorld.source, id: "TST-1"))
    }

    @Test("INC-16: a release before completion counts once there is a story; one that was never earned is withdrawn")
    func order() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.release(.accepted, on: "2014-04-01"))
        #expect(world.states(StoryState.self).isEmpty)
        world.tell(try PilotFacts.credential())
        #expect(world.states(StoryState.self).map(\.status) == [.released])
        var never = PilotWorld()
        never.tell(try PilotFacts.credential())
        never.tell(try PilotFacts.credential(sequence: 2, .revoked))
        #expect(never.states(StoryState.self).map(\.status) == [.withdrawn])
    }

    @Test("INC-16: a credential that was never earned offers no story and undoes none of another")
    func void() throws {
        let (earned, void) = (try PilotFacts.credential(), try PilotFacts.credential(101, .revoked))
        #expect(story([void]) == nil)
        #expect(try story([void, PilotFacts.release(.accepted)])?.status == .withdrawn)
        #expect(try story([void, PilotFacts.release(.declined)])?.status == .withdrawn)
        #expect(story([earned, void])?.status == .offered)
        #expect(story([earned, void])?.credential == earned.credential)
        #expect(story([void, earned])?.credential == earned.credential)
        #expect(try story([void, earned, PilotFacts.release(.accepted)])?.status == .released)
    }

    @Test("INC-16: what was released before the credential turned out never earned stays released")
    func kept() throws {
        var world = PilotWorld()
        world.tell(try PilotFacts.credential(), try PilotFacts.release(.accepted))
        world.tell(try PilotFacts.credential(sequence: 2, .revoked))
        #expect(world.states(StoryState.self).map(\.status) == [.released])
    }

    @Test("INC-16: a story that is edited names its words; a pathway without a story has none to release")
    func refused() throws {
        let programmes = ProgrammeCatalogue([PilotWorld.programme()])
        let edited = try PilotFacts.release(.edited, hash: nil)
        #expect(RecordCheck.refusal(of: edited, programmes)?.code == "hash-missing")
        var elsewhere = try PilotFacts.release(.accepted)
        elsewhere.pathway = "other"
        #expect(RecordCheck.refusal(of: elsewhere, programmes)?.code == "unknown-story")
    }
}
