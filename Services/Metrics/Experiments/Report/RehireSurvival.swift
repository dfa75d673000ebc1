/// The time from the end of an engagement to the next one, by variant (EXP-07).
struct RehireSurvival: Encodable, Equatable, Sendable {
    /// A point of a curve.
    struct Point: Encodable, Equatable, Sendable {
        /// Days since the end.
        let days: Double
        let atRisk: Int
        let events: Int
        /// The share that has not come back (Kaplan-Meier).
        let survival: Double
        /// Greenwood's standard error.
        let standardError: Double?
    }

    /// A variant's curve.
    struct Curve: Encodable, Equatable, Sendable {
        let variant: String
        let units: Int
        let events: Int
        let medianDays: Double?
        let points: [Point]
    }

    /// A variant against the control.
    struct Test: Encodable, Equatable, Sendable {
        let variant: String
        let chiSquare: Double?
        /// The log-rank test's, as if looked at once.
        let p: Double?
    }

    let curves: [Curve]
    let tests: [Test]
}
