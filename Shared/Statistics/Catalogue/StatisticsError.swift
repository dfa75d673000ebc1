/// Input that no method can make sense of: which field, and what it has to be.
public struct StatisticsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The field under its name in JSON, with the place inside it: `p_values[3]`.
    public let field: String
    /// What the field has to be.
    public let message: String

    /// Says what a field has to be.
    public init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }

    /// The field and what it has to be.
    public var description: String {
        field.isEmpty ? message : "\(field) \(message)"
    }
}
