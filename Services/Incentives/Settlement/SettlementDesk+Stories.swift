import Contracts
import Messaging
import Programmes

/// Case studies, and who is marked for rehire and for the order of briefs.
extension SettlementDesk {
    mutating func settleStories(_ out: inout Decisions) {
        let stories = Stories.settle(facts, context.programmes) { book.announcements[$0]?.state as? StoryState }
        for story in stories {
            announce(
                story, story.story, .story, story.programme, Stories.rule, story.programmeVersion, &out)
        }
        for held in own(StoryState.self)
        where held.status == .offered && !stories.contains(where: { $0.story == held.story }) {
            var withdrawn = held
            withdrawn.status = .withdrawn
            announce(
                withdrawn, held.story, .story, held.programme, Stories.rule, held.programmeVersion, &out)
        }
    }

    mutating func settlePriorities(_ out: inout Decisions) {
        let priorities = Priorities.settle(facts, context.programmes, now: context.now)
        for priority in priorities {
            announce(
                priority, priority.priority, .priority, priority.programme, Priorities.rule,
                priority.programmeVersion, &out)
        }
        for held in own(PriorityState.self) where !priorities.contains(where: { $0.priority == held.priority }) {
            var ended = held
            ended.isRehireEligible = false
            ended.hasBriefPriority = false
            announce(
                ended, held.priority, .priority, held.programme, Priorities.rule, held.programmeVersion, &out)
        }
    }
}
