/// What an engagement pays for a unit of work.
public struct Rate: Payload, Equatable {
    /// Minor units of the currency (cents of USD) for one unit.
    public var amount: Int64 = 0
    /// ISO 4217 code of the currency.
    public var currency = ""
    /// What is paid for: hour, day, piece, milestone.
    public var unit = ""

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        amount: Int64, currency: String, unit: String
    ) {
        self.amount = amount
        self.currency = currency
        self.unit = unit
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field(
            "amount", &amount, .integer(0...1_000_000_000_000),
            "Minor units of the currency (cents of USD) for one unit.", sample: 2450)
        visitor.field("currency", &currency, .currency, "ISO 4217 code of the currency.", sample: "USD")
        visitor.field("unit", &unit, .text(1...50), "What is paid for: hour, day, piece, milestone.", sample: "hour")
    }
}
