import Contracts

/// What could be seen on one day (EXP-10).
struct ExperimentLook: Encodable, Equatable, Sendable {
    /// A variant against the control.
    struct Reading: Encodable, Equatable, Sendable {
        let variant: String
        /// Difference from the control; nil while it is not defined.
        let estimate: Double?
        /// Bounds that hold at all looks together with 95 % confidence.
        let low: Double?
        let high: Double?
        /// The smallest p-value of the looks that counted, up to this day; 1 before the first.
        let p: Double
        /// Why this reading does not count; nil where it does.
        let exclusion: LookExclusion?
    }

    let day: Day
    /// Matured units of each variant, in the declared order.
    let units: [Int]
    /// Units that had met each variant, in the declared order.
    let met: [Int]
    /// The p-value of the sample ratio; nil while nobody has met a variant.
    let ratioP: Double?
    let isBlocked: Bool
    /// Every variant but the control.
    let readings: [Reading]
}
