import Contracts

/// An experiment as it is declared before the first assignment (EXP-01).
public struct ExperimentPlan: Hashable, Sendable {
    /// Unique in the programme.
    public let id: String
    /// What is expected, and why.
    public let hypothesis: String
    /// What makes its assignment independent of the others (EXP-04).
    public let salt: String
    /// The variants; the first one is the control.
    public let variants: [ExperimentVariant]
    /// Who takes part, in words; everybody who is invited where nothing is said.
    public let eligible: String?
    /// The pathway that it is about; all of them where none is named.
    public let pathway: String?
    /// The primary figure, by its name.
    public let primary: String
    /// Further figures.
    public let secondary: [String]
    /// The first day.
    public let from: Day
    /// The last day.
    public let until: Day
    /// How many workers are planned in each variant.
    public let sizePerVariant: Int
    /// The written reason for fewer than the floor of 50 (EXP-02).
    public let override: String?

    /// An experiment of these parts.
    public init(
        id: String,
        hypothesis: String,
        salt: String,
        variants: [ExperimentVariant],
        eligible: String? = nil,
        pathway: String? = nil,
        primary: String,
        secondary: [String] = [],
        from: Day,
        until: Day,
        sizePerVariant: Int,
        override: String? = nil
    ) {
        self.id = id
        self.hypothesis = hypothesis
        self.salt = salt
        self.variants = variants
        self.eligible = eligible
        self.pathway = pathway
        self.primary = primary
        self.secondary = secondary
        self.from = from
        self.until = until
        self.sizePerVariant = sizePerVariant
        self.override = override
    }

    /// Workers that a variant needs (EXP-02).
    public static let floor = 50
}
