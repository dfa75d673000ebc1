/// What a whole number must be.
public struct IntegerRule: Sendable, Equatable {
    /// The numbers that are allowed.
    public var range: ClosedRange<Int64>

    /// Every 64-bit number.
    public static let any = IntegerRule(range: Int64.min...Int64.max)

    /// A number of a range.
    @inline(__always)
    public static func integer(_ range: ClosedRange<Int64>) -> IntegerRule {
        IntegerRule(range: range)
    }
}
