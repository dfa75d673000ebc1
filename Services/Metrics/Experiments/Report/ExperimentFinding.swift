import Contracts

/// What may be concluded, and why (EXP-02, EXP-03, EXP-09, EXP-10).
struct ExperimentFinding: Encodable, Equatable, Sendable {
    let verdict: ExperimentVerdict
    /// The variant that differs; where several do, the one with the smallest p-value.
    let variant: String?
    /// Why, the most important first.
    let reasons: [ExperimentReason]

    enum CodingKeys: String, CodingKey {
        case verdict, variant, reasons
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(verdict.rawValue, forKey: .verdict)
        try container.encodeIfPresent(variant, forKey: .variant)
        try container.encode(reasons, forKey: .reasons)
    }
}
