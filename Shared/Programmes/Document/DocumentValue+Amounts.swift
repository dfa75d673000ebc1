import Contracts
import Yams

extension DocumentValue {
    /// Money, at least one minor unit of it.
    func money() -> Money? {
        guard let text = text() else { return nil }
        guard let money = MoneyText.parse(text), money.minorUnits > 0 else {
            report(
                "money", "'\(text)' is no amount of money.",
                remedy: "Write the currency's code and the amount, such as 'USD 150' or 'USD 12.50'.")
            return nil
        }
        return money
    }

    /// A calendar quarter.
    func quarter() -> Quarter? {
        guard let text = text() else { return nil }
        guard let quarter = Quarter(text) else {
            report("quarter", "'\(text)' is no quarter.", remedy: "Write year and quarter, such as 2025-Q4.")
            return nil
        }
        return quarter
    }

    /// A share among others, above nothing.
    func weight() -> Decimal6? {
        guard let weight = decimal() else { return nil }
        guard weight > .zero, weight <= Decimal6(1_000_000) else {
            report("range", "The weight is out of range.", remedy: "Choose a weight above 0 and up to 1000000.")
            return nil
        }
        return weight
    }

    /// A percentage as whole hundredths of a percent.
    func basisPoints() -> Int64? {
        guard let percent = percent() else { return nil }
        let (points, rest) = percent.millionths.quotientAndRemainder(dividingBy: Decimal6.one / 100)
        guard rest == 0 else {
            report("premium-rate", "The rate is finer than a hundredth of a percent.", remedy: "Round it: '7.25 %'.")
            return nil
        }
        return points
    }

    /// A number as it is, or a percentage as a share of one: '0.4' and '40 %' say the same.
    func share() -> Decimal6? {
        guard node.scalar?.string.hasSuffix("%") == true else { return decimal() }
        guard let percent = percent() else { return nil }
        let (share, rest) = percent.millionths.quotientAndRemainder(dividingBy: 100)
        guard rest == 0 else {
            report("percent", "The percentage is finer than a millionth.", remedy: "Round it: '7.25 %'.")
            return nil
        }
        return Decimal6(millionths: share)
    }
}
