import Contracts

/// Decimal texts without floating point.
package enum ExactNumber {
    /// The number that a text of digits with at most six after a point says; nil for anything else.
    package static func parse(_ text: some StringProtocol) -> Decimal6? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let whole = digits(first), whole <= 1_000_000_000_000 else { return nil }
        guard parts.count == 2 else { return Decimal6(millionths: whole * Decimal6.one) }
        guard parts[1].utf8.count <= 6, var fraction = digits(parts[1]) else { return nil }
        for _ in parts[1].utf8.count..<6 { fraction *= 10 }
        return Decimal6(millionths: whole * Decimal6.one + fraction)
    }

    private static func digits(_ text: some StringProtocol) -> Int64? {
        guard !text.isEmpty, text.utf8.count <= 13 else { return nil }
        var number: Int64 = 0
        for byte in text.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return number
    }
}
