/// An exact decimal number with six places, held as a whole number of millionths.
public struct Decimal6: Hashable, Comparable, Sendable {
    /// Millionths of one.
    public let millionths: Int64

    /// The number of so many millionths.
    public init(millionths: Int64) {
        self.millionths = millionths
    }

    /// A whole number.
    public init(_ whole: Int64) {
        self.init(millionths: whole * Decimal6.one)
    }

    /// Millionths in one.
    public static let one: Int64 = 1_000_000

    /// Nothing.
    public static let zero = Decimal6(millionths: 0)

    /// Orders by value.
    public static func < (left: Decimal6, right: Decimal6) -> Bool {
        left.millionths < right.millionths
    }
}
