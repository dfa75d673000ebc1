import Contracts

/// Differences as people write them.
enum DifferenceText {
    /// A share in percent with one decimal, any other number with three digits; rounded up, so that it promises nothing.
    static func text(of difference: Double, isShare: Bool) -> String {
        if isShare { return "\(decimal(difference * 100, step: 0.1)) %" }
        var step = 0.000_001
        while difference / step >= 1000 { step *= 10 }
        return decimal(difference, step: step)
    }

    private static func decimal(_ number: Double, step: Double) -> String {
        // What lies a hair above a step was that step before it was multiplied.
        let rounded = ((number / step - 1e-6).rounded(.up) * step * Double(Decimal6.one)).rounded()
        guard rounded < 9e18 else { return "more than can be written" }
        return "\(Decimal6(millionths: Int64(rounded)))"
    }
}
