/// Reads contexts (JSON-LD 1.1 API, section 4.1).
struct ContextProcessor: Sendable {
    /// The contexts at hand.
    let library: ContextLibrary
    /// The address of the document, for a context that is set back to the beginning.
    let base: String?

    /// How many contexts may lead to one another.
    private static let remoteLimit = 16

    /// How a context is taken in.
    struct Options {
        /// The address that its own relative addresses are relative to.
        var base: String?
        /// The addresses that led to it.
        var remote: [String] = []
        /// Whether protected terms may be changed, as the context of a property may.
        var overridesProtected = false
        /// Whether it stays in force in nodes further in.
        var propagates = true
        /// Whether contexts of terms are looked into.
        var validatesScoped = true
    }

    /// The context that is in force after the one that a node states; what a document begins with is worked out once, if
    /// it consists of addresses.
    func stated(_ local: JSON, in active: ActiveContext) throws -> ActiveContext {
        let addresses = local.elements.compactMap(\.text)
        guard base == nil, active.isInitial, addresses.count == local.elements.count else {
            return try process(local, in: active, Options(base: base))
        }
        return try library.cache.context(addresses) { try process(local, in: active, Options(base: base)) }
    }

    /// The context that is in force after a local one.
    func process(_ local: JSON, in active: ActiveContext, _ options: Options) throws -> ActiveContext {
        var result = active
        var propagates = options.propagates
        if let stated = local["@propagate"] {
            guard case .truth(let truth) = stated else {
                throw LinkedDataError("invalid @propagate value", "@propagate is true or false")
            }
            propagates = truth
        }
        if !propagates, result.previous == nil { result.previous = active }
        for context in local.elements {
            switch context {
            case .null:
                guard options.overridesProtected || !result.hasProtectedTerms else {
                    throw LinkedDataError("invalid context nullification", "protected terms cannot be taken away")
                }
                let before = result
                result = ActiveContext(base: base)
                if !propagates { result.previous = before }
            case .text(let url): result = try remote(url, in: result, options)
            case .object(let members): try define(members, in: &result, options)
            default: throw LinkedDataError("invalid local context", "a context is null, an address or an object")
            }
        }
        return result
    }

    private func remote(_ reference: String, in active: ActiveContext, _ options: Options) throws -> ActiveContext {
        let url = IRIReference.resolve(reference, against: options.base)
        var nested = options
        if options.remote.contains(url) {
            guard options.validatesScoped else { return active }
            throw LinkedDataError("recursive context inclusion", "\(url) includes itself")
        }
        guard options.remote.count < ContextProcessor.remoteLimit else {
            throw LinkedDataError("context overflow", "too many contexts lead to \(url)")
        }
        nested.remote.append(url)
        nested.base = url
        nested.propagates = true
        nested.overridesProtected = false
        return try process(try library.context(at: url), in: active, nested)
    }

    private func define(_ members: [String: JSON], in result: inout ActiveContext, _ options: Options) throws {
        var members = members
        if let version = members["@version"], version != .number(1.1) {
            throw LinkedDataError("invalid @version value", "@version is 1.1")
        }
        if let reference = members["@import"] { members = try imported(reference, under: members, options) }
        if let stated = members["@base"], options.remote.isEmpty {
            switch stated {
            case .null: result.base = nil
            case .text(let text): result.base = IRIReference.resolve(text, against: result.base)
            default: throw LinkedDataError("invalid base IRI", "@base is a string or null")
            }
        }
        try language(members, in: &result)
        var builder = try TermBuilder(processor: self, local: members, options: options, context: result)
        try builder.vocabulary()
        for name in members.keys.sorted() where !ContextProcessor.settings.contains(name) {
            try builder.define(name)
        }
        result = builder.context
    }

    private static let settings: Set<String> = [
        "@base", "@direction", "@import", "@language", "@propagate", "@protected", "@version", "@vocab",
    ]

    private func language(_ members: [String: JSON], in result: inout ActiveContext) throws {
        switch members["@language"] {
        case nil: break
        case .null?: result.language = nil
        case .text(let text)?: result.language = text.lowercased()
        default: throw LinkedDataError("invalid default language", "@language is a string or null")
        }
        switch members["@direction"] {
        case nil, .null?, "ltr"?, "rtl"?: break
        default: throw LinkedDataError("invalid base direction", "@direction is ltr, rtl or null")
        }
    }

    private func imported(
        _ reference: JSON, under members: [String: JSON], _ options: Options
    ) throws -> [String: JSON] {
        guard let text = reference.text else { throw LinkedDataError("invalid @import value", "@import is a string") }
        let url = IRIReference.resolve(text, against: options.base)
        guard let imported = try library.context(at: url).object, imported["@import"] == nil else {
            throw LinkedDataError("invalid remote context", "\(url) cannot be imported")
        }
        return imported.merging(members.filter { $0.key != "@import" }) { _, own in own }
    }
}
