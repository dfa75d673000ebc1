/// Defines the terms of one local context (JSON-LD 1.1 API, section 4.2).
struct TermBuilder {
    private let processor: ContextProcessor
    private let local: [String: JSON]
    private let options: ContextProcessor.Options
    private let isProtected: Bool
    private var isDefined: [String: Bool] = [:]
    /// The context with the terms defined so far.
    private(set) var context: ActiveContext

    init(
        processor: ContextProcessor, local: [String: JSON], options: ContextProcessor.Options, context: ActiveContext
    ) throws {
        switch local["@protected"] {
        case nil: isProtected = false
        case .truth(let truth)?: isProtected = truth
        default: throw LinkedDataError("invalid @protected value", "@protected is true or false")
        }
        self.processor = processor
        self.local = local
        self.options = options
        self.context = context
    }

    /// Takes in `@vocab`.
    mutating func vocabulary() throws {
        switch local["@vocab"] {
        case nil: break
        case .null?: context.vocabulary = nil
        case .text(let text)?:
            let iri = context.expand(text, relativeToDocument: true, relativeToVocabulary: true)
            guard let iri, text.isEmpty || IRIReference.isAbsolute(iri) || iri.hasPrefix("_:") else {
                throw LinkedDataError("invalid vocab mapping", text)
            }
            context.vocabulary = iri
        default: throw LinkedDataError("invalid vocab mapping", "@vocab is a string or null")
        }
    }

    /// Defines a term, and the terms that it depends on.
    mutating func define(_ term: String) throws {
        if let isDone = isDefined[term] {
            guard isDone else { throw LinkedDataError("cyclic IRI mapping", term) }
            return
        }
        guard !term.isEmpty else { throw LinkedDataError("invalid term definition", "a term is empty") }
        isDefined[term] = false
        guard let stated = local[term] else { return }
        guard try mayBeDefined(term, stated) else { return }
        let previous = context.terms.removeValue(forKey: term)
        let value: [String: JSON]
        var isSimple = false
        switch stated {
        case .null: value = ["@id": .null]
        case .text:
            value = ["@id": stated]
            isSimple = true
        case .object(let members): value = members
        default: throw LinkedDataError("invalid term definition", "\(term) is a string, an object or null")
        }
        var definition = TermDefinition(isProtected: try TermBuilder.truth(value["@protected"]) ?? isProtected)
        try type(of: &definition, term, value)
        if value["@reverse"] != nil {
            try reverse(&definition, term, value)
        } else {
            guard try iri(of: &definition, term, value, isSimple: isSimple) else { return }
        }
        try details(of: &definition, term, value)
        if !options.overridesProtected, let previous, previous.isProtected {
            guard previous.means(definition) else {
                throw LinkedDataError("protected term redefinition", "\(term) is protected and cannot be changed")
            }
            definition = previous
        }
        context.terms[term] = definition
        isDefined[term] = true
    }

    private func mayBeDefined(_ term: String, _ value: JSON) throws -> Bool {
        if term == "@type" {
            guard let members = value.object, !members.isEmpty,
                members.keys.allSatisfy({ $0 == "@container" || $0 == "@protected" }),
                members["@container"] == nil || members["@container"] == "@set"
            else { throw LinkedDataError("keyword redefinition", term) }
            return true
        }
        guard !Keyword.all.contains(term) else { throw LinkedDataError("keyword redefinition", term) }
        return !Keyword.isReserved(term)
    }

    private mutating func type(
        of definition: inout TermDefinition, _ term: String, _ value: [String: JSON]
    ) throws {
        guard let stated = value["@type"] else { return }
        guard let text = stated.text else { throw LinkedDataError("invalid type mapping", "the type of \(term)") }
        guard let type = try expand(text) else { throw LinkedDataError("invalid type mapping", text) }
        guard ["@id", "@vocab", "@json", "@none"].contains(type) || IRIReference.isAbsolute(type) else {
            throw LinkedDataError("invalid type mapping", text)
        }
        definition.type = type
    }

    private mutating func reverse(
        _ definition: inout TermDefinition, _ term: String, _ value: [String: JSON]
    ) throws {
        guard value["@id"] == nil, value["@nest"] == nil, let text = value["@reverse"]?.text else {
            throw LinkedDataError("invalid reverse property", term)
        }
        guard let iri = try expand(text), IRIReference.isAbsolute(iri) || iri.hasPrefix("_:") else {
            throw LinkedDataError("invalid IRI mapping", text)
        }
        definition.iri = iri
        definition.isReverse = true
    }

    /// The IRI of a term; false when it has the form of a keyword and is passed over.
    private mutating func iri(
        of definition: inout TermDefinition, _ term: String, _ value: [String: JSON], isSimple: Bool
    ) throws -> Bool {
        if let stated = value["@id"], stated != .text(term) {
            if stated == .null { return true }
            guard let text = stated.text else { throw LinkedDataError("invalid IRI mapping", term) }
            if !Keyword.all.contains(text), Keyword.isReserved(text) { return false }
            guard let iri = try expand(text), iri != "@context",
                Keyword.all.contains(iri) || IRIReference.isAbsolute(iri) || iri.hasPrefix("_:")
            else { throw LinkedDataError("invalid IRI mapping", "\(term) is no IRI") }
            definition.iri = iri
            try checkIRILike(term, iri)
            if !term.contains(":"), !term.contains("/"), isSimple {
                definition.isPrefix = iri.hasPrefix("_:") || ":/?#[]@".contains(iri.last ?? " ")
            }
        } else if let colon = term.dropFirst().firstIndex(of: ":") {
            let prefix = String(term[..<colon])
            if local[prefix] != nil { try define(prefix) }
            let suffix = term[term.index(after: colon)...]
            definition.iri = context.terms[prefix]?.iri.map { $0 + suffix } ?? term
        } else if term.contains("/") {
            guard let iri = try expand(term), IRIReference.isAbsolute(iri) else {
                throw LinkedDataError("invalid IRI mapping", term)
            }
            definition.iri = iri
        } else if term == "@type" {
            definition.iri = term
        } else if let vocabulary = context.vocabulary {
            definition.iri = vocabulary + term
        } else {
            throw LinkedDataError("invalid IRI mapping", "\(term) has no IRI")
        }
        return true
    }

    /// A term that looks like an IRI must mean what it looks like.
    private mutating func checkIRILike(_ term: String, _ iri: String) throws {
        guard term.dropFirst().dropLast().contains(":") || term.contains("/") else { return }
        isDefined[term] = true
        guard try expand(term) == iri else { throw LinkedDataError("invalid IRI mapping", "\(term) means \(iri)") }
        isDefined[term] = false
    }

    private mutating func details(
        of definition: inout TermDefinition, _ term: String, _ value: [String: JSON]
    ) throws {
        if let stated = value["@container"] { definition.container = try TermBuilder.container(stated, term) }
        if definition.isReverse, !definition.container.subtracting(["@set", "@index"]).isEmpty {
            throw LinkedDataError("invalid reverse property", term)
        }
        if definition.container.contains("@type") {
            definition.type = definition.type ?? "@id"
            guard definition.type == "@id" || definition.type == "@vocab" else {
                throw LinkedDataError("invalid type mapping", term)
            }
        }
        if let stated = value["@index"] {
            guard definition.container.contains("@index"), let text = stated.text, let iri = try expand(text),
                IRIReference.isAbsolute(iri)
            else { throw LinkedDataError("invalid term definition", "the @index of \(term)") }
            definition.index = text
        }
        if let scoped = value["@context"] {
            if options.validatesScoped { try validate(scoped, of: term) }
            definition.context = scoped
            definition.contextBase = options.base
        }
        if value["@type"] == nil {
            definition.language = try TermBuilder.stated(value["@language"], "invalid language mapping")
            definition.direction = try TermBuilder.stated(value["@direction"], "invalid base direction")
        }
        if let stated = value["@nest"] {
            guard let text = stated.text, text == "@nest" || !Keyword.all.contains(text) else {
                throw LinkedDataError("invalid @nest value", term)
            }
            definition.nest = text
        }
        if let stated = try TermBuilder.truth(value["@prefix"]) {
            guard !term.contains(":"), !term.contains("/") else {
                throw LinkedDataError("invalid term definition", "\(term) cannot be a prefix")
            }
            definition.isPrefix = stated
        }
        guard value.keys.allSatisfy(TermBuilder.names.contains) else {
            throw LinkedDataError("invalid term definition", "\(term) has a member that means nothing")
        }
    }

    private static let names: Set<String> = [
        "@id", "@reverse", "@container", "@context", "@direction", "@index", "@language", "@nest", "@prefix",
        "@protected", "@type",
    ]

    private func validate(_ scoped: JSON, of term: String) throws {
        var nested = options
        nested.overridesProtected = true
        nested.validatesScoped = false
        do {
            _ = try processor.process(scoped, in: context, nested)
        } catch let error as LinkedDataError {
            throw LinkedDataError("invalid scoped context", "of \(term): \(error.description)")
        }
    }

    private static func container(_ stated: JSON, _ term: String) throws -> Set<String> {
        let names = stated.elements.compactMap(\.text)
        let container = Set(names)
        let allowed: Set<Set<String>> = [
            ["@graph"], ["@id"], ["@index"], ["@language"], ["@list"], ["@set"], ["@type"],
        ]
        let withoutSet = container.subtracting(["@set"])
        let graph = withoutSet.contains("@graph") && withoutSet.count == 2
        guard names.count == stated.elements.count, names.count == container.count, !container.isEmpty,
            withoutSet.isEmpty || (allowed.contains(withoutSet) && !(container.count > 1 && withoutSet == ["@list"]))
                || (graph && (withoutSet.contains("@id") || withoutSet.contains("@index")))
        else { throw LinkedDataError("invalid container mapping", "the container of \(term)") }
        return container
    }

    private static func stated(_ value: JSON?, _ code: String) throws -> TermDefinition.Stated {
        switch value {
        case nil: return .absent
        case .null?: return .null
        case .text(let text)?: return .text(text.lowercased())
        default: throw LinkedDataError(code, "a string or null")
        }
    }

    private static func truth(_ value: JSON?) throws -> Bool? {
        switch value {
        case nil: return nil
        case .truth(let truth)?: return truth
        default: throw LinkedDataError("invalid term definition", "@protected and @prefix are true or false")
        }
    }

    /// Expands a text while terms are still being defined.
    private mutating func expand(_ text: String) throws -> String? {
        if local[text] != nil, isDefined[text] != true, !Keyword.all.contains(text), text != "" {
            try define(text)
        }
        if let colon = text.dropFirst().firstIndex(of: ":") {
            let prefix = String(text[..<colon])
            if local[prefix] != nil, isDefined[prefix] != true { try define(prefix) }
        }
        return context.expand(text, relativeToDocument: false, relativeToVocabulary: true)
    }
}
