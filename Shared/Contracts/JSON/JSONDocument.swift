/// A JSON document whose members keep their order: for schemas and descriptions, never on a message's way.
public indirect enum JSONDocument: Sendable, Equatable {
    /// An object.
    case object([Member])
    /// A list.
    case array([JSONDocument])
    /// A text.
    case string(String)
    /// A number, as it is to be written.
    case number(String)
    /// True or false.
    case boolean(Bool)
    /// Null.
    case null

    /// A key with its value.
    public struct Member: Sendable, Equatable {
        /// The key.
        public var key: String
        /// The value.
        public var value: JSONDocument

        /// A key with its value.
        public init(_ key: String, _ value: JSONDocument) {
            self.key = key
            self.value = value
        }
    }

    /// A whole number.
    public static func integer(_ value: some BinaryInteger) -> JSONDocument {
        .number("\(value)")
    }

    /// The value of a key of an object; set to nil to remove it.
    public subscript(key: String) -> JSONDocument? {
        get {
            guard case .object(let members) = self else { return nil }
            return members.first { $0.key == key }?.value
        }
        set {
            guard case .object(var members) = self else { return }
            let place = members.firstIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): members.remove(at: place)
            case (nil, let value?): members.append(Member(key, value))
            case (nil, nil): break
            }
            self = .object(members)
        }
    }
}

extension JSONDocument: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// A whole number.
    public init(integerLiteral value: Int64) {
        self = .number("\(value)")
    }

    /// True or false.
    public init(booleanLiteral value: Bool) {
        self = .boolean(value)
    }

    /// A list.
    public init(arrayLiteral elements: JSONDocument...) {
        self = .array(elements)
    }

    /// An object, in the order written.
    public init(dictionaryLiteral elements: (String, JSONDocument)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}
