extension Money: Payload {
    /// An empty value, for the decoder.
    public init() {
        self.init(minorUnits: 0, currency: "")
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field(
            "minorUnits", &minorUnits, .integer(-1_000_000_000_000_000...1_000_000_000_000_000),
            "A whole number of the currency's minor units (cents of USD, yen of JPY).", sample: 480_000)
        visitor.field("currency", &currency, .currency, "ISO 4217 code of the currency.", sample: "USD")
    }
}
