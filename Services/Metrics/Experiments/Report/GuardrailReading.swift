import Contracts
import Programmes

/// What must not become worse, as it stands (EXP-12).
struct GuardrailReading: Encodable, Equatable, Sendable {
    /// A variant against the control.
    struct Variant: Encodable, Equatable, Sendable {
        let variant: String
        let controlUnits: Int
        let units: Int
        let controlValue: Double?
        let value: Double?
        /// By how much the variant is worse than the control.
        let harm: Double?
        /// Bounds of the harm that hold at all looks together with 95 % confidence.
        let low: Double?
        let high: Double?
        /// The first day on which the harm was surely above the margin; nil where it never was.
        let stoppedOn: Day?
        /// The language group that lags most, where inequality is watched.
        let language: String?
    }

    let subject: ExperimentGuardrail.Subject
    /// By how much a variant may be worse.
    let margin: Double
    let variants: [Variant]

    enum CodingKeys: String, CodingKey {
        case subject, margin, variants
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(subject.rawValue, forKey: .subject)
        try container.encode(margin, forKey: .margin)
        try container.encode(variants, forKey: .variants)
    }
}
