import Contracts

extension Decimal6 {
    /// The number in digits, without zeros at the end: `78.5`.
    var text: String {
        let (whole, fraction) = millionths.magnitude.quotientAndRemainder(dividingBy: Decimal6.one.magnitude)
        let sign = millionths < 0 ? "-" : ""
        guard fraction > 0 else { return "\(sign)\(whole)" }
        var digits = String(fraction)
        digits = String(repeating: "0", count: 6 - digits.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}
