import Contracts

/// One immutable version of a programme.
///
/// A reference, because a definition is large and every message looks one up.
public final class PublishedProgramme: Hashable, Sendable {
    /// What it says.
    public let definition: ProgrammeDefinition
    /// 1 and up; decisions record it.
    public let version: Int64
    /// When it was published.
    public let publishedAt: Timestamp

    private let places: [String: OfferingPlace]

    /// A version of a definition.
    public init(definition: ProgrammeDefinition, version: Int64, publishedAt: Timestamp) {
        self.definition = definition
        self.version = version
        self.publishedAt = publishedAt
        var places: [String: OfferingPlace] = [:]
        for pathway in definition.pathways {
            for offering in pathway.offerings {
                places[offering.id] = OfferingPlace(pathway: pathway, offering: offering)
            }
        }
        self.places = places
    }

    /// The programme's id.
    public var id: String { definition.id }

    /// The offering of an id, with its pathway.
    public func offering(_ id: String) -> OfferingPlace? { places[id] }

    /// Two are the same when they say the same, under the same number, since the same moment.
    public static func == (left: PublishedProgramme, right: PublishedProgramme) -> Bool {
        left === right
            || left.version == right.version && left.publishedAt == right.publishedAt
                && left.definition == right.definition
    }

    /// Feeds what tells most versions apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(version)
    }
}
