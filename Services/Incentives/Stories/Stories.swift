import Contracts
import Programmes

/// Case studies that are offered, released or declined (INC-16).
///
/// An outcome decision: completing a pathway offers a story; the worker's last word on it counts. Nothing is released
/// that the worker has not released: a testimonial that comes after the release is not part of it. Declining changes
/// nothing else (INC-20): no other rule reads a release.
enum Stories {
    /// The rule's name and version in the audit trail.
    static let rule = "story/1"

    /// The stories of a group; sequences are left to the announcement.
    static func settle(
        _ facts: GroupFacts, _ programmes: ProgrammeCatalogue, held: (Identifier) -> StoryState?
    ) -> [StoryState] {
        var stories: [String: StoryState] = [:]
        for credential in facts.credentials {
            guard let programme = facts.programme(of: credential, programmes) else { continue }
            for plan in programme.definition.rewards.stories where plan.pathway == credential.pathway {
                let key = "\(credential.programme)\n\(plan.pathway)"
                if let known = stories[key], known.status != .withdrawn || credential.isVoid { continue }
                guard let story = story(plan, credential, programme, facts, held) else { continue }
                stories[key] = story
            }
        }
        return stories.values.sorted { $0.story < $1.story }
    }

    private static func story(
        _ plan: StoryPlan, _ credential: CredentialFact, _ programme: PublishedProgramme, _ facts: GroupFacts,
        _ held: (Identifier) -> StoryState?
    ) -> StoryState? {
        let id = Identifier.derived(
            "story", credential.contractor, credential.programme, plan.pathway)
        let release = facts.releases.last {
            $0.value.programme == credential.programme && $0.value.pathway == plan.pathway
        }
        var story = StoryState(
            story: id, contractor: credential.contractor, programme: credential.programme,
            programmeVersion: credential.programmeVersion, pathway: plan.pathway, credential: credential.id,
            status: .offered, sequence: 0)
        guard let release else {
            if credential.isVoid {
                guard held(id) != nil else { return nil }
                story.status = .withdrawn
                return story
            }
            story.testimonial = facts.testimonials.last?.id
            story.textVersion = programme.definition.text(plan.release)?.version
            return story
        }
        if credential.isVoid, held(id)?.status != .released {
            story.status = .withdrawn
        } else {
            story.status = release.value.decision == .declined ? .declined : .released
        }
        story.textVersion = release.value.textVersion
        guard story.status == .released else { return story }
        let shown = facts.testimonials.last { $0.value.eventTime <= release.value.eventTime }
        story.testimonial = shown?.id
        story.hash = release.value.hash ?? shown?.value.hash
        return story
    }
}
