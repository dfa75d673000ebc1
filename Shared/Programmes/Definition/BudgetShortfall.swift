/// What happens to a reward that would overspend its budget (INC-24).
public enum BudgetShortfall: String, CaseIterable, Hashable, Sendable {
    /// It is refused.
    case refuse
    /// It waits until money is released or a later quarter brings some.
    case queue
}
