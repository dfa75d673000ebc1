import Contracts

/// Money as people write it: `USD 150`, `USD 12.50`, `JPY 2000`.
public enum MoneyText {
    /// The amount that a text says; nil for anything else, or for more decimals than the currency has.
    public static func parse(_ text: some StringProtocol) -> Money? {
        let parts = text.split(separator: " ")
        guard parts.count == 2, parts[0].utf8.count == 3,
            parts[0].utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }),
            let number = ExactNumber.parse(parts[1]), number <= Decimal6(1_000_000_000)
        else { return nil }
        let currency = String(parts[0])
        let (units, rest) = number.millionths.quotientAndRemainder(dividingBy: Decimal6.one / scale(of: currency))
        return rest == 0 ? Money(minorUnits: units, currency: currency) : nil
    }

    /// The text of an amount; decimals only where there are any.
    public static func text(of money: Money) -> String {
        let scale = scale(of: money.currency)
        let (whole, fraction) = money.minorUnits.magnitude.quotientAndRemainder(dividingBy: UInt64(scale))
        let sign = money.minorUnits < 0 ? "-" : ""
        guard fraction > 0 else { return "\(money.currency) \(sign)\(whole)" }
        return "\(money.currency) \(sign)\(whole).\(String(UInt64(scale) + fraction).dropFirst())"
    }

    /// Minor units in one major unit, by ISO 4217.
    static func scale(of currency: String) -> Int64 {
        if withoutDecimals.contains(currency) { return 1 }
        return withThreeDecimals.contains(currency) ? 1000 : 100
    }

    private static let withoutDecimals: Set<String> = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF",
        "XPF",
    ]

    private static let withThreeDecimals: Set<String> = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
}
