extension Expander {
    /// The values of an object.
    func object(
        _ members: [String: JSON], property: String?, in outer: ActiveContext, isFromMap: Bool
    ) throws -> [ExpandedValue] {
        var active = outer
        let scopedDefinition = property.flatMap { outer.terms[$0] }
        if let previous = active.previous, !isFromMap, !isTransparent(members, active) { active = previous }
        if let definition = scopedDefinition, let context = definition.context {
            active = try processor.process(
                context, in: active,
                ContextProcessor.Options(base: definition.contextBase ?? processor.base, overridesProtected: true))
        }
        if let context = members["@context"] {
            active = try processor.stated(context, in: active)
        }
        let typeContext = active
        var lastType: String?
        for name in members.keys.sorted() where isKeyword("@type", name, typeContext) {
            let types = (members[name]?.elements ?? []).compactMap(\.text).sorted()
            for type in types {
                guard let definition = typeContext.terms[type], let context = definition.context else { continue }
                active = try processor.process(
                    context, in: active,
                    ContextProcessor.Options(base: definition.contextBase ?? processor.base, propagates: false))
            }
            if lastType == nil, let last = types.last {
                lastType = active.expand(last, relativeToDocument: false, relativeToVocabulary: true)
            }
        }
        var state = ElementState()
        try take(members, into: &state, property: property, active, typeContext, isJSON: lastType == "@json")
        return try finish(state, property: property)
    }

    private func isKeyword(_ keyword: String, _ name: String, _ active: ActiveContext) -> Bool {
        name == keyword || active.terms[name]?.iri == keyword
    }

    /// Whether an object is a value or a mere reference, in which a context that does not propagate stays in force.
    private func isTransparent(_ members: [String: JSON], _ active: ActiveContext) -> Bool {
        members.keys.contains { isKeyword("@value", $0, active) }
            || (members.count == 1 && members.keys.allSatisfy { isKeyword("@id", $0, active) })
    }

    /// Takes the members of an object in; those of `@nest` are members of the same node.
    func take(
        _ members: [String: JSON], into state: inout ElementState, property: String?, _ active: ActiveContext,
        _ typeContext: ActiveContext, isJSON: Bool
    ) throws {
        state.nests = []
        for (name, value) in members.sorted(by: { $0.key < $1.key }) where name != "@context" {
            let expanded = active.expand(name, relativeToDocument: false, relativeToVocabulary: true)
            guard let expanded, expanded.contains(":") || Keyword.all.contains(expanded) else {
                _ = try unexplained("no context says what \(name) means")
                continue
            }
            if expanded.utf8.first == UInt8(ascii: "@") {
                try keyword(expanded, name, value, into: &state, property: property, active, typeContext, isJSON)
            } else {
                try self.property(expanded, name, value, into: &state, active)
            }
        }
        for name in state.nests {
            for nested in members[name]?.elements ?? [] {
                guard let inner = nested.object, !inner.keys.contains(where: { isKeyword("@value", $0, active) }) else {
                    throw LinkedDataError("invalid @nest value", "\(name) holds objects")
                }
                try take(inner, into: &state, property: property, active, typeContext, isJSON: isJSON)
            }
        }
    }

    private func finish(_ state: ElementState, property: String?) throws -> [ExpandedValue] {
        if let value = state.value { return try literal(value, state, property) }
        if let list = state.list {
            guard state.keywords.isSubset(of: ["@list", "@index"]), state.node.properties.isEmpty else {
                throw LinkedDataError("invalid set or list object", "a list has members of its own")
            }
            return property == nil || property == "@graph" ? [] : [.list(list)]
        }
        if let set = state.set {
            guard state.keywords.isSubset(of: ["@set", "@index"]), state.node.properties.isEmpty else {
                throw LinkedDataError("invalid set or list object", "a set has members of its own")
            }
            return set
        }
        if state.keywords == ["@language"], state.node.isEmpty { return [] }
        if property == nil || property == "@graph", state.node.isEmpty { return [] }
        return [.node(state.node)]
    }

    private func literal(_ value: JSON, _ state: ElementState, _ property: String?) throws -> [ExpandedValue] {
        guard state.keywords.isSubset(of: ["@value", "@type", "@language", "@direction", "@index"]),
            state.node.properties.isEmpty, state.valueType == nil || state.language == nil
        else { throw LinkedDataError("invalid value object", "a value has members that values have not") }
        if state.valueType != "@json" {
            if value == .null { return [] }
            guard value.isScalar else { throw LinkedDataError("invalid value object value", "@value is a scalar") }
            guard state.language == nil || value.text != nil else {
                throw LinkedDataError("invalid language-tagged value", "only strings have a language")
            }
            if let type = state.valueType, !IRIReference.isAbsolute(type) {
                throw LinkedDataError("invalid typed value", "the type \(type) is no IRI")
            }
        }
        if property == nil || property == "@graph" { return [] }
        return [.literal(ExpandedLiteral(value: value, type: state.valueType, language: state.language))]
    }
}
