/// A part of an assessment's result.
public struct SubResult: Payload, Equatable {
    /// What the part is called.
    public var name = ""
    /// The score of the part.
    public var score: Decimal6 = .zero
    /// The highest score of the part.
    public var maximum: Decimal6 = .zero

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        name: String, score: Decimal6, maximum: Decimal6
    ) {
        self.name = name
        self.score = score
        self.maximum = maximum
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("name", &name, .text(1...200), "What the part is called.", sample: "Customer service")
        visitor.field("score", &score, .any, "The score of the part.", sample: Decimal6(41))
        visitor.field("maximum", &maximum, .any, "The highest score of the part.", sample: Decimal6(50))
    }
}
