import Contracts

/// A look as it was noted on its day; later facts do not change it.
struct NotedLook: Encodable, Equatable, Sendable {
    let day: Day
    let notedAt: String
    let verdict: ExperimentVerdict
    let stage: ExperimentStage?
    let variant: String?
    /// Units that had met a variant, and those whose time was over.
    let met: Int64
    let matured: Int64
    /// The smallest adjusted p-value; nil before a look counted.
    let p: Double?

    enum CodingKeys: String, CodingKey {
        case day, notedAt, verdict, stage, variant, met, matured, p
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(day, forKey: .day)
        try container.encode(notedAt, forKey: .notedAt)
        try container.encode(verdict.rawValue, forKey: .verdict)
        try container.encodeIfPresent(stage?.rawValue, forKey: .stage)
        try container.encodeIfPresent(variant, forKey: .variant)
        try container.encode(met, forKey: .met)
        try container.encode(matured, forKey: .matured)
        try container.encodeIfPresent(p, forKey: .p)
    }
}
