/// How much a kind of reward costs (INC-02).
public enum CostClass: String, CaseIterable, Hashable, Sendable {
    /// Little.
    case low
    /// Some.
    case medium
}
