/// Reads JSON-LD documents as RDF.
public struct LinkedDataReader: Sendable {
    private let library: ContextLibrary
    private let policy: ExpansionPolicy

    /// A reader with the contexts at hand.
    public init(library: ContextLibrary, policy: ExpansionPolicy = .strict) {
        self.library = library
        self.policy = policy
    }

    /// The statements of a document.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - base: the address that its relative addresses are relative to.
    public func quads(of document: JSON, base: String? = nil) throws -> Set<Quad> {
        let processor = ContextProcessor(library: library, base: base)
        let values = try Expander(processor: processor, policy: policy).document(document)
        var builder = RDFBuilder(policy: policy)
        try builder.add(values, graph: nil)
        return builder.quads
    }

    /// The canonical form of a document.
    public func canonical(_ document: JSON, base: String? = nil) throws -> CanonicalDataset {
        try Canonicaliser().canonical(try quads(of: document, base: base))
    }
}
