import Contracts

/// A reward in a reward statement (INC-21).
public struct RewardStatementLine: Hashable, Sendable {
    /// What kind of reward it is.
    public let kind: RewardKind
    /// What it is called.
    public let title: String
    /// What has to be achieved for it; outcome only (INC-19).
    public let condition: String
    /// How much it is, in words and figures.
    public let amount: String
    /// From when and until when.
    public let term: String

    /// A line of these parts.
    public init(kind: RewardKind, title: String, condition: String, amount: String, term: String) {
        self.kind = kind
        self.title = title
        self.condition = condition
        self.amount = amount
        self.term = term
    }

    /// The line as one text, its parts divided by a vertical bar.
    public var text: String { "\(kind.rawValue) | \(title) | \(condition) | \(amount) | \(term)" }
}
