/// Yes or no; in JSON `true` and `false`, or 1 and 0.
public struct YesNo: Hashable, Sendable, Decodable, ExpressibleByBooleanLiteral {
    /// Whether it is a yes.
    public let isSet: Bool

    /// Takes a yes or no.
    public init(_ isSet: Bool) {
        self.isSet = isSet
    }

    /// Takes a literal.
    public init(booleanLiteral value: Bool) {
        isSet = value
    }

    /// Reads `true`, `false`, 1 or 0.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            isSet = flag
        } else if let number = try? container.decode(Double.self), number == 0 || number == 1 {
            isSet = number == 1
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "must be 0, 1, false or true")
        }
    }
}
