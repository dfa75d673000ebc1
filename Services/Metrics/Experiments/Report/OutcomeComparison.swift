import Statistics

/// A variant against the control, by one figure (EXP-06, EXP-07, EXP-10, EXP-11).
struct OutcomeComparison: Encodable, Equatable, Sendable {
    /// In what a figure is measured.
    enum Scale: String, Encodable, Sendable {
        /// From 0 to 1, read in percent.
        case share
        /// Percent points of a rating's scale.
        case points
        /// A number of incidents.
        case incidents
        /// Incidents per day worked.
        case perDay = "per-day"
        /// Days.
        case days
    }

    /// What is read as if it had been looked at once.
    struct FixedHorizon: Encodable, Equatable, Sendable {
        /// What the estimate is: a difference, or the chance that a unit of the variant has the larger outcome.
        let measure: String
        let estimate: Double?
        let low: Double?
        let high: Double?
        let p: Double?
        let method: String
    }

    /// The comparison with what was known before (EXP-06).
    struct Adjusted: Encodable, Equatable, Sendable {
        /// `covariate` or `change`.
        let by: String
        let estimate: Double?
        let low: Double?
        let high: Double?
        /// As if it had been looked at once.
        let p: Double?
        /// The share of the variance that the adjustment took away.
        let varianceReduction: Double?
        /// Units with a value from before, out of those compared.
        let withValue: Int
        let units: Int
        let method: String
    }

    /// What the data could have found (EXP-08).
    struct Power: Encodable, Equatable, Sendable {
        /// The smallest difference that would matter, as it was declared.
        let smallestEffect: Double?
        /// The chance that the sequential test finds it by the numbers of today, if they were looked at once.
        let power: Double?
        /// The difference that would be found four times out of five.
        let detectableEffect: Double?
        /// Units that each variant would need to find the smallest effect four times out of five.
        let neededPerVariant: Int?
    }

    let kpi: String
    let isPrimary: Bool
    let kind: OutcomeKind
    let scale: Scale
    /// Whether a smaller value is the better one.
    let isLowerBetter: Bool
    let control: String
    let treatment: String
    let controlUnits: Int
    let treatmentUnits: Int
    /// Mean of the control's units; a share where the outcome is yes or no.
    let controlValue: Double?
    let treatmentValue: Double?
    /// Treatment less control.
    let estimate: Double?
    /// Bounds that hold at all looks together with 95 % confidence.
    let low: Double?
    let high: Double?
    /// Valid whenever one stops; nil where no look counted.
    let p: Double?
    /// Held against the number of comparisons (Holm).
    let holm: Double?
    /// Against too large a share of false alarms among the secondary ones (Benjamini and Hochberg).
    let benjaminiHochberg: Double?
    let method: String
    let fixedHorizon: FixedHorizon?
    let adjusted: Adjusted?
    let power: Power
    /// Units in the smaller arm that a look needs.
    let floor: Int
    /// Whether both arms have them.
    let isFloorMet: Bool
}
