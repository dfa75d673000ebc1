/// The steps of a client's screening, and which credentials replace which of them (CRD-15).
public struct ScreeningPlan: Hashable, Sendable {
    /// Unique in the programme; a query names it.
    public let id: String
    /// What people call it.
    public let title: String
    /// Why there is such a screening, and by whose declaration a credential counts.
    public let basis: String
    /// The steps, in their order.
    public let steps: [ScreeningStep]

    /// A plan of its parts.
    public init(id: String, title: String, basis: String, steps: [ScreeningStep]) {
        self.id = id
        self.title = title
        self.basis = basis
        self.steps = steps
    }
}
