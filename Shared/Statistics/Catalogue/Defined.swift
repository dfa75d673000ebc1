/// A value of a result that may be undefined: `null` in JSON, where a plain optional would leave the key out.
///
/// A number that is not finite counts as undefined, so neither NaN nor infinity can reach a reader.
@propertyWrapper
public struct Defined<Value: Definable>: Encodable, Sendable {
    private var value: Value?

    /// The value, nil when undefined.
    public var wrappedValue: Value? {
        get { value }
        set { value = newValue?.defined }
    }

    /// Keeps a value if it is defined.
    public init(wrappedValue: Value?) {
        value = wrappedValue?.defined
    }

    /// Writes the value or `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value {
            try container.encode(value)
        } else {
            try container.encodeNil()
        }
    }
}

/// A type of which some values stand for "undefined".
public protocol Definable: Encodable, Sendable {
    /// The value itself, nil if it is undefined.
    var defined: Self? { get }
}

extension Double: Definable {
    /// The number, nil if it is not finite.
    public var defined: Double? { isFinite ? self : nil }
}

extension Bool: Definable {
    /// The value itself.
    public var defined: Bool? { self }
}

extension String: Definable {
    /// The text itself.
    public var defined: String? { self }
}
