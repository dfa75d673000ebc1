import Contracts

/// One immutable version of a programme.
public struct PublishedProgramme: Hashable, Sendable {
    /// What it says.
    public let definition: ProgrammeDefinition
    /// 1 and up; decisions record it.
    public let version: Int64
    /// When it was published.
    public let publishedAt: Timestamp

    private let places: [String: Place]

    private struct Place: Hashable {
        let pathway: Int
        let offering: Int
    }

    /// A version of a definition.
    public init(definition: ProgrammeDefinition, version: Int64, publishedAt: Timestamp) {
        self.definition = definition
        self.version = version
        self.publishedAt = publishedAt
        var places: [String: Place] = [:]
        for (pathway, value) in definition.pathways.enumerated() {
            for (offering, value) in value.offerings.enumerated() {
                places[value.id] = Place(pathway: pathway, offering: offering)
            }
        }
        self.places = places
    }

    /// The programme's id.
    public var id: String { definition.id }

    /// The offering of an id, with its pathway.
    public func offering(_ id: String) -> (pathway: Pathway, offering: Offering)? {
        guard let place = places[id] else { return nil }
        let pathway = definition.pathways[place.pathway]
        return (pathway, pathway.offerings[place.offering])
    }
}
