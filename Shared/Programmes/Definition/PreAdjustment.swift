/// How values from before the start adjust a comparison (EXP-06).
public enum PreAdjustment: String, Hashable, Sendable, CaseIterable {
    /// The change of each worker is compared; who has no value from before is left out.
    case change
    /// The value from before explains what it can (CUPED); who has none counts as average.
    case covariate
}
