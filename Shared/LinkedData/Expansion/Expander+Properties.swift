extension Expander {
    /// Takes in a member whose name is a property.
    func property(
        _ iri: String, _ name: String, _ value: JSON, into state: inout ElementState, _ active: ActiveContext
    ) throws {
        let definition = active.terms[name]
        let container = definition?.container ?? []
        var values: [ExpandedValue]
        if definition?.type == "@json" {
            values = [.literal(ExpandedLiteral(value: value, type: "@json"))]
        } else if container.contains("@language"), let members = value.object {
            values = try languages(members, active)
        } else if !container.isDisjoint(with: ["@index", "@type", "@id"]), let members = value.object {
            values = try map(members, name, container, active)
        } else {
            values = try expand(value, property: name, in: active)
            if values.isEmpty, value == .null { return }
        }
        if container.contains("@list") {
            if values.count != 1 || !values[0].isList { values = [.list(values)] }
        }
        if container.contains("@graph"), container.isDisjoint(with: ["@id", "@index"]) {
            values = values.map { .node(ExpandedNode(graph: [$0])) }
        }
        guard definition?.isReverse == true else {
            state.node.properties[iri, default: []] += values
            return
        }
        for value in values {
            guard case .node = value else { throw LinkedDataError("invalid reverse property value", name) }
        }
        state.node.reverse[iri, default: []] += values
    }

    private func languages(_ members: [String: JSON], _ active: ActiveContext) throws -> [ExpandedValue] {
        try members.sorted { $0.key < $1.key }.flatMap { language, value in
            try value.elements.compactMap { element -> ExpandedValue? in
                if element == .null { return nil }
                guard element.text != nil else { throw LinkedDataError("invalid language map value", language) }
                let isNone = active.expand(language, relativeToDocument: false, relativeToVocabulary: true) == "@none"
                return .literal(
                    ExpandedLiteral(value: element, type: nil, language: isNone ? nil : language.lowercased()))
            }
        }
    }

    private func map(
        _ members: [String: JSON], _ name: String, _ container: Set<String>, _ active: ActiveContext
    ) throws -> [ExpandedValue] {
        var result: [ExpandedValue] = []
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            var context = active
            if container.contains("@id") || container.contains("@type") { context = active.previous ?? active }
            if container.contains("@type"), let definition = context.terms[key], let scoped = definition.context {
                context = try processor.process(
                    scoped, in: context,
                    ContextProcessor.Options(base: definition.contextBase ?? processor.base, propagates: false))
            }
            let meaning = active.expand(key, relativeToDocument: false, relativeToVocabulary: true)
            let values = try expand(.list(value.elements), property: name, in: context, isFromMap: true)
            for value in values {
                result.append(try indexed(value, key, isNone: meaning == "@none", name, container, active))
            }
        }
        return result
    }

    private func indexed(
        _ value: ExpandedValue, _ key: String, isNone: Bool, _ name: String, _ container: Set<String>,
        _ active: ActiveContext
    ) throws -> ExpandedValue {
        var value = value
        if container.contains("@graph") {
            if case .node(let node) = value, node.graph != nil {
            } else {
                value = .node(ExpandedNode(graph: [value]))
            }
        }
        guard !isNone, case .node(var node) = value else { return value }
        if container.contains("@id"), node.id == nil {
            node.id = active.expand(key, relativeToDocument: true, relativeToVocabulary: false)
        } else if container.contains("@type") {
            let type = active.expand(key, relativeToDocument: true, relativeToVocabulary: true)
            node.types = (type.map { [$0] } ?? []) + node.types
        } else if container.contains("@index"), let index = active.terms[name]?.index, index != "@index" {
            guard let property = active.expand(index, relativeToDocument: false, relativeToVocabulary: true) else {
                return value
            }
            let indexValue = try self.value(.text(key), of: index, in: active)
            node.properties[property] = [indexValue] + (node.properties[property] ?? [])
        }
        return .node(node)
    }
}

extension ExpandedValue {
    /// Whether it is a list.
    fileprivate var isList: Bool {
        if case .list = self { true } else { false }
    }
}
