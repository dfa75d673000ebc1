/// A programme as its author wrote it down: who may earn what, by which rule, and what follows.
public struct ProgrammeDefinition: Hashable, Sendable {
    /// The programme's id, the same in all its versions.
    public let id: String
    /// What people call it.
    public let title: String
    /// What it is for, in the author's words.
    public let description: String?
    /// Who delivers the learning.
    public let delivery: Delivery
    /// Whether a worker chooses to take part.
    public let participation: Participation
    /// Fields of an engagement by which figures may be told apart, such as a region.
    public let groups: [DeclaredGroup]
    /// The ways through it, in the author's order.
    public let pathways: [Pathway]
    /// What a credential brings.
    public let rewards: Rewards
    /// What credentials open, each gate for one action on one class of assets.
    public let gates: [ActionGate]
    /// Which credentials replace which steps of a screening.
    public let screenings: [ScreeningPlan]

    /// A definition of these parts.
    public init(
        id: String,
        title: String,
        description: String? = nil,
        delivery: Delivery,
        participation: Participation,
        groups: [DeclaredGroup] = [],
        pathways: [Pathway],
        rewards: Rewards,
        gates: [ActionGate] = [],
        screenings: [ScreeningPlan] = [],
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.delivery = delivery
        self.participation = participation
        self.groups = groups
        self.pathways = pathways
        self.rewards = rewards
        self.gates = gates
        self.screenings = screenings
    }

    /// The pathway of an id.
    public func pathway(_ id: String) -> Pathway? {
        pathways.first { $0.id == id }
    }

    /// The offering of an id, with the pathway that it belongs to; offering ids are unique in a programme.
    public func offering(_ id: String) -> (pathway: Pathway, offering: Offering)? {
        for pathway in pathways {
            if let offering = pathway.offerings.first(where: { $0.id == id }) { return (pathway, offering) }
        }
        return nil
    }
}
