/// Contexts by their addresses: all that are ever read, since none is fetched.
public struct ContextLibrary: Sendable {
    private let documents: [String: JSON]
    /// What its contexts came to at the beginning of a document without an address.
    let cache = ContextCache()

    /// A library of context documents, each an object with a member `@context`.
    public init(_ documents: [String: JSON]) {
        self.documents = documents
    }

    /// Whether it holds a context.
    public func contains(_ url: String) -> Bool {
        documents[url] != nil
    }

    /// The same with other contexts added.
    public func adding(_ more: [String: JSON]) -> ContextLibrary {
        ContextLibrary(documents.merging(more) { _, new in new })
    }

    /// The value of a document's `@context`.
    func context(at url: String) throws -> JSON {
        guard let document = documents[url] else {
            throw LinkedDataError("loading remote context failed", "\(url) is none of the contexts at hand")
        }
        guard let context = document["@context"] else {
            throw LinkedDataError("invalid remote context", "\(url) has no @context")
        }
        return context
    }
}
