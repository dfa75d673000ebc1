/// Why the schema's history cannot go on.
public struct SchemaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, and the way out.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
