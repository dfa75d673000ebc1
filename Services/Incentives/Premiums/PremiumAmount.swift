import Contracts
import Programmes

/// How much a premium is worth in money (INC-07).
enum PremiumAmount {
    /// The share of an engagement's value, in minor units, rounded as the programme declares; nil where there is no
    /// positive value to take it of.
    static func of(_ value: Money?, basisPoints: Int64, _ rounding: Rounding) -> Money? {
        guard let value, value.minorUnits > 0, basisPoints > 0 else { return nil }
        let (quotient, remainder) = (Int128(value.minorUnits) * Int128(basisPoints)).quotientAndRemainder(
            dividingBy: 10_000)
        let roundsUp =
            switch rounding {
            case .down: false
            case .halfUp: remainder >= 5000
            case .halfEven: remainder > 5000 || (remainder == 5000 && quotient % 2 == 1)
            }
        return Money(minorUnits: Int64(clamping: quotient + (roundsUp ? 1 : 0)), currency: value.currency)
    }
}
