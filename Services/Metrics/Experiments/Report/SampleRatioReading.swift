import Programmes

/// Whether the variants filled as meant (EXP-09).
struct SampleRatioReading: Encodable, Equatable, Sendable {
    /// The variants, in the declared order.
    let variants: [String]
    /// Units that met each of them.
    let observed: [Int]
    let weights: [Int64]
    let chiSquare: Double?
    let p: Double?
    /// The p-value below which nothing may be concluded.
    let threshold: Double
    let isMismatch: Bool
}

extension SampleRatioReading {
    /// The p-value below which nothing may be concluded.
    static let threshold = 0.001

    /// The reading while nobody has met a variant.
    static func none(_ plan: ExperimentPlan) -> SampleRatioReading {
        SampleRatioReading(
            variants: plan.variants.map(\.id), observed: plan.variants.map { _ in 0 },
            weights: plan.variants.map(\.weight), chiSquare: nil, p: nil, threshold: threshold, isMismatch: false)
    }
}
