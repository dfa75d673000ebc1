import ArgumentParser

/// A number as it is, or a percentage as a share of one: `0.4` and `40%` say the same.
struct Quantity: ExpressibleByArgument, Hashable {
    let value: Double

    init?(argument: String) {
        let isPercent = argument.hasSuffix("%")
        var digits = isPercent ? argument.dropLast() : argument[...]
        while digits.last == " " { digits.removeLast() }
        guard let number = Double(digits), number.isFinite else { return nil }
        value = isPercent ? number / 100 : number
    }
}
