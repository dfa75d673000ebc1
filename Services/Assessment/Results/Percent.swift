import Contracts

/// Turns a score on any scale into percent of that scale.
enum Percent {
    /// 100 x (score - minimum) / (maximum - minimum), exact to six decimals; a seventh one is rounded half to even.
    ///
    /// Nil when the scale is none or the score lies outside of it.
    static func of(_ score: Decimal6, on scale: Scale) -> Decimal6? {
        guard scale.minimum < scale.maximum, scale.minimum <= score, score <= scale.maximum else { return nil }
        let span = Int128(scale.maximum.millionths) - Int128(scale.minimum.millionths)
        let gained = Int128(score.millionths) - Int128(scale.minimum.millionths)
        return Decimal6(millionths: Int64(ratio(gained * 100 * Int128(Decimal6.one), span)))
    }

    /// The quotient of two numbers that are not negative, rounded half to even.
    static func ratio(_ dividend: Int128, _ divisor: Int128) -> Int128 {
        let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
        let twice = remainder * 2
        let up = twice > divisor || (twice == divisor && quotient % 2 == 1)
        return up ? quotient + 1 : quotient
    }
}
