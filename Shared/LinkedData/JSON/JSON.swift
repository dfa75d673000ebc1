/// A JSON value with nothing in it that a signature could be unsure of: no duplicate names, no lone surrogates.
public enum JSON: Hashable, Sendable {
    /// The value null.
    case null
    /// A string.
    case text(String)
    /// A whole number.
    case integer(Int64)
    /// A number with a fraction, or too great to be told from its neighbours.
    case number(Double)
    /// True or false.
    case truth(Bool)
    /// An array.
    case list([JSON])
    /// An object; the order of its members says nothing.
    case object([String: JSON])

    /// The value as a string, if it is one.
    public var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The value as a whole number, if it is one.
    public var integer: Int64? {
        guard case .integer(let integer) = self else { return nil }
        return integer
    }

    /// The value as an array, if it is one.
    public var list: [JSON]? {
        guard case .list(let list) = self else { return nil }
        return list
    }

    /// The value as an object, if it is one.
    public var object: [String: JSON]? {
        guard case .object(let object) = self else { return nil }
        return object
    }

    /// Whether it is a string, a number or a truth value.
    public var isScalar: Bool {
        switch self {
        case .text, .integer, .number, .truth: true
        case .null, .list, .object: false
        }
    }

    /// The elements of an array; anything else is an array of one.
    public var elements: [JSON] {
        list ?? [self]
    }

    /// A member of an object.
    public subscript(name: String) -> JSON? {
        object?[name]
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral
{
    /// A string.
    public init(stringLiteral text: String) {
        self = .text(text)
    }

    /// An array.
    public init(arrayLiteral values: JSON...) {
        self = .list(values)
    }

    /// A truth value.
    public init(booleanLiteral truth: Bool) {
        self = .truth(truth)
    }

    /// A whole number.
    public init(integerLiteral integer: Int64) {
        self = .integer(integer)
    }

    /// An object; the last of equal names counts.
    public init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(Dictionary(members) { _, last in last })
    }
}
