/// What happens to the fraction of a minor unit of money.
public enum Rounding: String, CaseIterable, Hashable, Sendable {
    /// To the nearest unit, a half away from zero.
    case halfUp = "half up"
    /// To the nearest unit, a half to the even one.
    case halfEven = "half even"
    /// Towards zero.
    case down
}
