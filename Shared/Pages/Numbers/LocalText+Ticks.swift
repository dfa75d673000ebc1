extension LocalText {
    /// A number with as many decimals as it needs and no more than six, as it stands on an axis.
    public func shortest(_ value: Double) -> String {
        var power = 1.0
        for decimals in 0..<6 {
            let scaled = value * power
            if abs(scaled.rounded() - scaled) <= 1e-6 * max(1, abs(scaled)) { return number(value, decimals: decimals) }
            power *= 10
        }
        return number(value, decimals: 6)
    }
}
