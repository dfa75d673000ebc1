/// An amount of money: a whole number of minor units with its ISO 4217 code.
public struct Money: Hashable, Sendable {
    /// Minor units (cents of USD, yen of JPY); negative only as a difference.
    public var minorUnits: Int64
    /// Three capital letters of ISO 4217.
    public var currency: String

    /// An amount of minor units of a currency.
    public init(minorUnits: Int64, currency: String) {
        self.minorUnits = minorUnits
        self.currency = currency
    }
}
