/// The name of a category; in JSON a text, a number, or true and false.
public enum Label: Hashable, Sendable, Decodable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    case number(Double)
    case flag(Bool)

    /// Takes a text.
    public init(stringLiteral value: String) {
        self = .text(value)
    }

    /// Takes a number.
    public init(integerLiteral value: Int) {
        self = .number(Double(value))
    }

    /// Reads a text, a number, or true and false.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "must be a text or a number")
        }
    }
}
