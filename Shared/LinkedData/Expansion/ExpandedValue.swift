/// A value of an expanded document.
enum ExpandedValue: Sendable {
    /// A literal.
    case literal(ExpandedLiteral)
    /// An ordered list.
    case list([ExpandedValue])
    /// A node.
    case node(ExpandedNode)
}

/// A literal of an expanded document.
struct ExpandedLiteral: Sendable {
    /// The value, of any kind where the type is `@json`.
    var value: JSON
    /// Its type.
    var type: String?
    /// Its language.
    var language: String?
}

/// A node of an expanded document.
struct ExpandedNode: Sendable {
    /// The IRI or blank node identifier that the document gives it.
    var id: String?
    /// Its types.
    var types: [String] = []
    /// Its values by property.
    var properties: [String: [ExpandedValue]] = [:]
    /// The nodes that point to it, by property.
    var reverse: [String: [ExpandedValue]] = [:]
    /// The graph that it names.
    var graph: [ExpandedValue]?
    /// Nodes beside it.
    var included: [ExpandedValue] = []

    /// Whether nothing is said of it.
    var isEmpty: Bool {
        types.isEmpty && properties.isEmpty && reverse.isEmpty && graph == nil && included.isEmpty
    }
}
