import Contracts

/// What may be spent on one line in one quarter (INC-24).
public struct BudgetLine: Hashable, Sendable {
    /// The line, such as `grants` or `stipends`.
    public let line: String
    /// The quarter.
    public let quarter: Quarter
    /// How much.
    public let amount: Money
    /// What happens to a reward that would overspend it.
    public let shortfall: BudgetShortfall

    /// A line of these parts.
    public init(
        line: String,
        quarter: Quarter,
        amount: Money,
        shortfall: BudgetShortfall = .queue
    ) {
        self.line = line
        self.quarter = quarter
        self.amount = amount
        self.shortfall = shortfall
    }
}
