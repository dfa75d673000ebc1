/// What an exact decimal number must be.
public struct DecimalRule: Sendable, Equatable {
    /// The whole numbers between which it lies, both included.
    public var range: ClosedRange<Int64>

    /// Every number up to a thousand million either way.
    public static let any = DecimalRule(range: -1_000_000_000...1_000_000_000)

    /// A number between two whole numbers, both included.
    @inline(__always)
    public static func decimal(_ range: ClosedRange<Int64>) -> DecimalRule {
        DecimalRule(range: range)
    }
}
