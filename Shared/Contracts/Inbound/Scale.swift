/// The lowest and the highest score that could be had.
public struct Scale: Payload, Equatable {
    /// The lowest score.
    public var minimum: Decimal6 = .zero
    /// The highest score.
    public var maximum: Decimal6 = .zero

    /// An empty value, for the decoder.
    public init() {}

    /// A value of its parts.
    public init(
        minimum: Decimal6, maximum: Decimal6
    ) {
        self.minimum = minimum
        self.maximum = maximum
    }

    /// Describes the fields.
    public mutating func visit<V: PayloadVisitor>(_ visitor: inout V) {
        visitor.field("minimum", &minimum, .any, "The lowest score.", sample: Decimal6(0))
        visitor.field("maximum", &maximum, .any, "The highest score.", sample: Decimal6(100))
        visitor.check("maximum", "must be greater than minimum", minimum < maximum)
    }
}
