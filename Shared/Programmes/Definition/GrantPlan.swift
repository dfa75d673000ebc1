import Contracts

/// A micro-grant against receipts (INC-08 to INC-12).
public struct GrantPlan: Hashable, Sendable {
    /// Unique in the programme.
    public let id: String
    /// What people call it.
    public let title: String
    /// The pathway whose completion makes it claimable, once per worker and programme.
    public let pathway: String
    /// What may be paid in all.
    public let amount: Money
    /// What receipts may be for; never a merchant or a product.
    public let categories: [ReceiptCategory]
    /// Days after completion for which it can be claimed.
    public let claimDays: Int
    /// The budget line that pays it.
    public let line: String

    /// A grant of these parts.
    public init(
        id: String,
        title: String,
        pathway: String,
        amount: Money,
        categories: [ReceiptCategory],
        claimDays: Int = 180,
        line: String
    ) {
        self.id = id
        self.title = title
        self.pathway = pathway
        self.amount = amount
        self.categories = categories
        self.claimDays = claimDays
        self.line = line
    }
}
