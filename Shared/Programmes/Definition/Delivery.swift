/// Who delivers a programme's learning.
public enum Delivery: String, CaseIterable, Hashable, Sendable {
    /// Learning happens elsewhere: Guildhall judges results and does not time, pay, invite to or gate what it does not
    /// deliver.
    case external
    /// Guildhall delivers the units itself.
    case guildhall
}
