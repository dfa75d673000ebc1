import Contracts
import Programmes

/// What is known of one person, whichever of their contractors it was said of.
struct PersonFile: Sendable {
    let canonical: Identifier
    let facts: PersonFacts

    /// The person's credentials.
    var credentials: [KnownCredential] { KnownCredential.all(facts.credentials) }

    /// The revisions of an engagement together.
    func story(of engagement: Identifier) -> EngagementStory? {
        EngagementStory(facts.engagements.filter { $0.engagement == engagement })
    }

    /// What the person prefers.
    var preferences: Preferences {
        Preferences(facts.records.filter { $0.kind == .preference })
    }

    /// What the person had said to prefer by a time.
    func preferences(until time: Timestamp) -> Preferences {
        Preferences(facts.records.filter { $0.kind == .preference && $0.record.eventTime <= time })
    }

    /// The revisions that count of one kind of record, in order of event time.
    func standing(_ kind: RecordedFact.Kind) -> [RecordedFact] {
        RecordedFact.standing(facts.records.filter { $0.kind == kind })
    }

    /// When any credential of a pathway counts.
    func spans(of pathways: Set<String>, programme: String) -> [(by: Identifier, spans: Spans)] {
        credentials.filter { $0.newest.programme == programme && pathways.contains($0.newest.pathway) }
            .map { ($0.newest.credential, $0.spans) }
    }
}
