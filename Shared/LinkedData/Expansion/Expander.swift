/// Expands documents (JSON-LD 1.1 API, section 5.1) into typed values.
struct Expander: Sendable {
    /// Reads contexts.
    let processor: ContextProcessor
    /// What becomes of the unexplained.
    let policy: ExpansionPolicy

    /// The values of a whole document.
    func document(_ document: JSON) throws -> [ExpandedValue] {
        let context = ActiveContext(base: processor.base)
        let values = try expand(document, property: nil, in: context)
        // A document whose one member is @graph is that graph.
        if values.count == 1, case .node(let node) = values[0], let graph = node.graph, node.id == nil,
            node.types.isEmpty, node.properties.isEmpty, node.reverse.isEmpty, node.included.isEmpty
        {
            return graph
        }
        return values
    }

    /// The values of an element; none when it says nothing.
    func expand(
        _ element: JSON, property: String?, in active: ActiveContext, isFromMap: Bool = false
    ) throws -> [ExpandedValue] {
        switch element {
        case .null: return []
        case .list(let elements):
            let values = try elements.map { try expand($0, property: property, in: active, isFromMap: isFromMap) }
            let container = property.flatMap { active.terms[$0]?.container } ?? []
            // An array within a list is a list of its own.
            return zip(elements, values).flatMap { element, values -> [ExpandedValue] in
                if container.contains("@list"), case .list = element { return [.list(values)] }
                return values
            }
        case .object(let members):
            return try object(members, property: property, in: active, isFromMap: isFromMap)
        default:
            guard let property, property != "@graph" else {
                return try unexplained("a value stands where only nodes can")
            }
            return [try value(element, of: property, in: try scoped(property, active))]
        }
    }

    /// A scalar as the value of a term (JSON-LD 1.1 API, 5.3).
    func value(_ value: JSON, of property: String, in active: ActiveContext) throws -> ExpandedValue {
        let definition = active.terms[property]
        if let text = value.text, definition?.type == "@id" || definition?.type == "@vocab" {
            let isVocabulary = definition?.type == "@vocab"
            let id = active.expand(text, relativeToDocument: true, relativeToVocabulary: isVocabulary)
            guard let id else { return .node(ExpandedNode()) }
            return .node(ExpandedNode(id: id))
        }
        var literal = ExpandedLiteral(value: value)
        if let type = definition?.type, !["@id", "@vocab", "@none"].contains(type) {
            literal.type = type
        } else if value.text != nil {
            switch definition?.language ?? .absent {
            case .absent: literal.language = active.language
            case .null: break
            case .text(let language): literal.language = language
            }
        }
        return .literal(literal)
    }

    /// The context within the values of a term.
    func scoped(_ property: String, _ active: ActiveContext) throws -> ActiveContext {
        guard let definition = active.terms[property], let context = definition.context else { return active }
        return try processor.process(
            context, in: active,
            ContextProcessor.Options(base: definition.contextBase ?? processor.base, overridesProtected: true))
    }

    /// What no context explains: nothing, or an error.
    func unexplained(_ what: String) throws -> [ExpandedValue] {
        guard policy == .lax else { throw LinkedDataError("unexplained", what) }
        return []
    }
}
