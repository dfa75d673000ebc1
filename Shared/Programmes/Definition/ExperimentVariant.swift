/// A variant of an experiment (EXP-01, EXP-13).
public struct ExperimentVariant: Hashable, Sendable {
    /// Unique in the experiment.
    public let id: String
    /// Its share of the workers, relative to the others.
    public let weight: Int64
    /// The texts that it replaces, by the id of the text replaced.
    public let texts: [String: String]
    /// The premium's rate in this variant, in hundredths of a percent.
    public let premiumBasisPoints: Int64?

    /// A variant of these parts.
    public init(
        id: String,
        weight: Int64 = 1,
        texts: [String: String] = [:],
        premiumBasisPoints: Int64? = nil
    ) {
        self.id = id
        self.weight = weight
        self.texts = texts
        self.premiumBasisPoints = premiumBasisPoints
    }
}
