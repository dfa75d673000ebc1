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
    /// Who is assigned as a whole.
    public let unit: AssignmentUnit
    /// The part of the workers that it may use; all of them where none is named (EXP-14).
    public let namespace: ExperimentNamespace?
    /// The experiments that run with the same workers by design: a factorial one (EXP-14).
    public let factorialWith: [String]
    /// Days after meeting the variant within which an outcome counts; nobody is counted before they are over.
    public let within: Int
    /// Days before meeting the variant whose values adjust the comparison, where it is adjusted (EXP-06).
    public let preDays: Int
    /// How they adjust it.
    public let adjustment: PreAdjustment?
    /// The primary figure that is expected of the control, in its own unit: 0.4 for 40 % (EXP-08).
    public let base: Decimal6?
    /// How far workers' values lie apart: the standard deviation, where the primary figure is no share.
    public let deviation: Decimal6?
    /// The smallest difference from the control that would matter, in the unit of the primary figure (EXP-08).
    public let smallestEffect: Decimal6?
    /// What must not become worse (EXP-12).
    public let guardrails: [ExperimentGuardrail]
    /// What was decided in the end (EXP-15).
    public let decision: ExperimentDecision?

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
        override: String? = nil,
        unit: AssignmentUnit = .worker,
        namespace: ExperimentNamespace? = nil,
        factorialWith: [String] = [],
        within: Int = 60,
        preDays: Int = 90,
        adjustment: PreAdjustment? = nil,
        base: Decimal6? = nil,
        deviation: Decimal6? = nil,
        smallestEffect: Decimal6? = nil,
        guardrails: [ExperimentGuardrail] = [],
        decision: ExperimentDecision? = nil
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
        self.unit = unit
        self.namespace = namespace
        self.factorialWith = factorialWith
        self.within = within
        self.preDays = preDays
        self.adjustment = adjustment
        self.base = base
        self.deviation = deviation
        self.smallestEffect = smallestEffect
        self.guardrails = guardrails
        self.decision = decision
    }

    /// Workers that a variant needs (EXP-02).
    public static let floor = 50
}
