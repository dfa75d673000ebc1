/// The terms that are in force at one place of a document.
struct ActiveContext: Sendable {
    /// What the terms mean.
    var terms: [String: TermDefinition] = [:]
    /// What relative IRIs are relative to.
    var base: String?
    /// What begins the IRI of a term that no context names.
    var vocabulary: String?
    /// The language of plain strings.
    var language: String?
    /// The context to go back to in the next node, at most one: a context holds no value of its own kind.
    private var earlier: [ActiveContext] = []

    /// The context in which a document begins.
    init(base: String?) {
        self.base = base
    }

    /// The context to go back to in the next node, if this one does not propagate.
    var previous: ActiveContext? {
        get { earlier.first }
        set { earlier = newValue.map { [$0] } ?? [] }
    }

    /// Whether nothing was stated yet, and the document has no address.
    var isInitial: Bool {
        terms.isEmpty && base == nil && vocabulary == nil && language == nil && earlier.isEmpty
    }

    /// Whether any term is protected.
    var hasProtectedTerms: Bool {
        terms.values.contains(where: \.isProtected)
    }
}
