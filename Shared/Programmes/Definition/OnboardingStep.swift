/// A step of a role's checklist (ONB-01).
public struct OnboardingStep: Hashable, Sendable {
    /// Unique in the role's checklist.
    public let id: String
    /// What kind of step it is.
    public let kind: StepKind
    /// What people call it.
    public let title: String
    /// What it needs from the worker (ONB-21).
    public let needs: String?
    /// How long it takes.
    public let minutes: Int?
    /// Who answers for it.
    public let owner: OwnerRole
    /// Why it is mandatory; a step without a basis never blocks.
    public let basis: StepBasis?
    /// The pathway of a credential step.
    public let pathway: String?
    /// The outside check of a verification step; every one that is known where none is named.
    public let check: String?
    /// The learning unit of a safety step, by which a learning statement closes it.
    public let unit: String?
    /// The pathways of which a valid credential waives the step (ONB-23).
    public let waivedBy: [String]

    /// A step of these parts.
    public init(
        id: String,
        kind: StepKind,
        title: String,
        needs: String? = nil,
        minutes: Int? = nil,
        owner: OwnerRole,
        basis: StepBasis? = nil,
        pathway: String? = nil,
        check: String? = nil,
        unit: String? = nil,
        waivedBy: [String] = []
    ) {
        self.id = id
        self.kind = kind
        self.title = title
        self.needs = needs
        self.minutes = minutes
        self.owner = owner
        self.basis = basis
        self.pathway = pathway
        self.check = check
        self.unit = unit
        self.waivedBy = waivedBy
    }

    /// Whether a start waits for it.
    public var isMandatory: Bool { basis != nil }
}
