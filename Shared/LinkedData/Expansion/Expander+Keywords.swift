extension Expander {
    /// Takes in a member whose name is a keyword or stands for one.
    func keyword(
        _ keyword: String, _ name: String, _ value: JSON, into state: inout ElementState, property: String?,
        _ active: ActiveContext, _ typeContext: ActiveContext, _ isJSON: Bool
    ) throws {
        guard property != "@reverse" else { throw LinkedDataError("invalid reverse property map", name) }
        guard state.keywords.insert(keyword).inserted || ["@included", "@type", "@nest"].contains(keyword) else {
            throw LinkedDataError("colliding keywords", "\(keyword) stands twice")
        }
        switch keyword {
        case "@id":
            guard let text = value.text else { throw LinkedDataError("invalid @id value", "an id is a string") }
            state.node.id = active.expand(text, relativeToDocument: true, relativeToVocabulary: false)
        case "@type": try types(value, into: &state, typeContext)
        case "@graph": state.node.graph = try expand(value, property: "@graph", in: active)
        case "@included":
            let included = try expand(value, property: nil, in: active)
            for case .literal in included { throw LinkedDataError("invalid @included value", "a value is no node") }
            state.node.included += included
        case "@value": state.value = value
        case "@language":
            guard let text = value.text else { throw LinkedDataError("invalid language-tagged string", name) }
            state.language = text.lowercased()
        case "@direction":
            guard value == "ltr" || value == "rtl" else { throw LinkedDataError("invalid base direction", name) }
        case "@index":
            guard value.text != nil else { throw LinkedDataError("invalid @index value", name) }
        case "@list":
            guard let property, property != "@graph" else { return }
            state.list = try value.elements.flatMap { element -> [ExpandedValue] in
                let values = try expand(element, property: property, in: active)
                if case .list = element { return [.list(values)] }
                return values
            }
        case "@set": state.set = try expand(value, property: property, in: active)
        case "@reverse": try reverse(value, into: &state, active)
        case "@nest": state.nests.append(name)
        default: throw LinkedDataError("invalid keyword", "\(keyword) cannot stand in a node")
        }
        if isJSON, keyword == "@value" { state.valueType = "@json" }
    }

    private func types(_ value: JSON, into state: inout ElementState, _ context: ActiveContext) throws {
        for element in value.elements {
            guard let text = element.text else { throw LinkedDataError("invalid type value", "a type is a string") }
            guard let type = context.expand(text, relativeToDocument: true, relativeToVocabulary: true) else {
                _ = try unexplained("no context says what the type \(text) means")
                continue
            }
            guard policy == .lax || type == "@json" || IRIReference.isAbsolute(type) || type.hasPrefix("_:") else {
                throw LinkedDataError("unexplained", "no context says what the type \(text) means")
            }
            state.node.types.append(type)
            state.valueType = type
        }
    }

    private func reverse(_ value: JSON, into state: inout ElementState, _ active: ActiveContext) throws {
        guard let members = value.object else { throw LinkedDataError("invalid @reverse value", "it is an object") }
        var inner = ElementState()
        try take(members, into: &inner, property: "@reverse", active, active, isJSON: false)
        for (name, values) in inner.node.properties {
            for value in values {
                guard case .node = value else { throw LinkedDataError("invalid reverse property value", name) }
            }
            state.node.reverse[name, default: []] += values
        }
        for (name, values) in inner.node.reverse { state.node.properties[name, default: []] += values }
    }
}
