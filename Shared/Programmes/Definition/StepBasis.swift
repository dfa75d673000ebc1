/// The written basis of a mandatory item (G2, ONB-18).
public struct StepBasis: Hashable, Sendable {
    /// What sort of basis it is.
    public let kind: BasisKind
    /// Where it is written.
    public let reference: String

    /// A basis.
    public init(
        kind: BasisKind,
        reference: String
    ) {
        self.kind = kind
        self.reference = reference
    }
}
