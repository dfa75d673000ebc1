import LinkedData

/// A number of course hours, exact to the hundredth (CRD-14).
public struct BadgeCredits: Hashable, Sendable {
    /// The hundredths of an hour.
    public let hundredths: Int64

    /// So many hundredths of an hour.
    public init(hundredths: Int64) {
        self.hundredths = hundredths
    }

    var json: JSON {
        hundredths % 100 == 0 ? .integer(hundredths / 100) : .number(Double(hundredths) / 100)
    }

    /// As RDF has it: whole numbers plain, others as a mantissa and a power of ten.
    var text: String {
        guard hundredths % 100 != 0 else { return String(hundredths / 100) }
        var digits = String(hundredths)
        let exponent = digits.count - 3
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(digits.prefix(1)).\(digits.count > 1 ? String(digits.dropFirst()) : "0")E\(exponent)"
    }
}
