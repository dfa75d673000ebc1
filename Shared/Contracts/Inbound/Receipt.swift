/// A receipt of what a grant was spent on (INC-09); the picture itself stays at the source.
public struct Receipt: Payload, Equatable {
    /// The receipt's id at the source.
    public var id = ""
    /// Who sold it; never a condition.
    public var merchant = ""
    /// When it was bought.
    public var date = Day(number: 0)
    /// What it cost.
    public var amount = Money()
    /// What it is for.
    public var category = ReceiptCategory.tools
    /// The SHA-256 of the picture or document, in hexadecimal.
    public var hash = ""

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        id: String, merchant: String, date: Day, amount: Money, category: ReceiptCategory, hash: String
    ) {
        self.id = id
        self.merchant = merchant
        self.date = date
        self.amount = amount
        self.category = category
        self.hash = hash
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("id", &id, .text(1...200), "The receipt's id at the source.", sample: "RCP-1")
        visitor.field("merchant", &merchant, .text(1...200), "Who sold it; never a condition.", sample: "Tool Shop")
        visitor.field("date", &date, .any, "When it was bought.", sample: Day(number: 20_360))
        visitor.field("amount", &amount, "What it cost.")
        visitor.field("category", &category, .any, "What it is for.", sample: .tools)
        visitor.field(
            "hash", &hash, .text(1...100), "The SHA-256 of the picture or document, in hexadecimal.",
            sample: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    }
}
