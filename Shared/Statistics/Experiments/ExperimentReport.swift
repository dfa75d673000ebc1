/// What an experiment says, and what it does not.
public struct ExperimentReport: Encodable, Sendable {
    /// What may be concluded.
    public enum Verdict: String, Encodable, Sendable {
        /// The arms did not fill as meant: nothing may be concluded.
        case blocked
        /// An arm is below the floor: the figures are a first impression.
        case belowFloor = "below_floor"
        /// The test cannot be formed from these data.
        case undefined
        /// The data show a difference.
        case difference
        /// The data do not show a difference; that is no proof of equality.
        case noDifferenceShown = "no_difference_shown"
    }

    /// One arm.
    public struct Arm: Encodable, Sendable {
        /// Its name.
        public let name: String
        /// How many units it has.
        public let units: Int
        /// How many clusters, where whole clusters were assigned.
        @Defined public var clusters: Double?
        /// What `value` is: proportion, mean or median.
        public let figure: String
        /// The figure, without any adjustment.
        @Defined public var value: Double?
    }

    /// What the data could have found.
    public struct Power: Encodable, Sendable {
        /// The smallest effect of interest, if one was named.
        @Defined public var smallestEffect: Double?
        /// The chance to find it.
        @Defined public var power: Double?
        /// The effect that would be found in 80 of 100 experiments like this one, undefined when none is large enough.
        @Defined public var detectableEffect: Double?

        enum CodingKeys: String, CodingKey {
            case power
            case smallestEffect = "smallest_effect"
            case detectableEffect = "detectable_effect_at_80_percent"
        }
    }

    /// One arm against the control.
    public struct Comparison: Encodable, Sendable {
        /// The arm.
        public let treatment: String
        /// What the estimate is.
        public let measure: String
        /// What the estimate would be without any effect.
        public let noEffect: Double
        /// The estimate.
        @Defined public var estimate: Double?
        /// The lower bound.
        @Defined public var low: Double?
        /// The upper bound.
        @Defined public var high: Double?
        /// The p-value.
        @Defined public var p: Double?
        /// The p-value held against the number of comparisons (Holm).
        @Defined public var adjusted: Double?
        /// How all that was found.
        public let method: String
        /// The share of the variance that the adjustment took away.
        @Defined public var varianceReduction: Double?
        /// What could have been found.
        public let power: Power
        /// What may be concluded.
        public var verdict: Verdict

        enum CodingKeys: String, CodingKey {
            case treatment, measure, estimate, low, high, p, method, power, verdict
            case noEffect = "no_effect"
            case adjusted = "p_adjusted"
            case varianceReduction = "variance_reduction"
        }
    }

    /// Something that a reader has to know before believing the figures.
    public struct Warning: Encodable, Hashable, Sendable {
        /// A name for programs.
        public let code: String
        /// The same in plain words.
        public let text: String

        /// Names a warning and says it.
        public init(_ code: String, _ text: String) {
            (self.code, self.text) = (code, text)
        }
    }

    /// What sort of outcome was compared.
    public let kind: OutcomeKind
    /// The arm that the others were compared with.
    public let control: String
    /// The coverage of the intervals.
    public let confidence: Double
    /// The arms, the control first.
    public let arms: [Arm]
    /// Whether the arms filled as meant.
    public let sampleRatio: SampleRatioMismatch.Output
    /// Every other arm against the control.
    public let comparisons: [Comparison]
    /// What to know before believing it.
    public var warnings: [Warning]

    enum CodingKeys: String, CodingKey {
        case kind, control, confidence, arms, comparisons, warnings
        case sampleRatio = "sample_ratio"
    }
}
