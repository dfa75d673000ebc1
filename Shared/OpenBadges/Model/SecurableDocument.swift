import LinkedData

/// A document that can be given an embedded proof.
public protocol SecurableDocument: QuadWritable {
    /// The addresses of its contexts, in order.
    var contexts: [String] { get }
}

extension SecurableDocument {
    /// The canonical N-Quads, written without reading a context.
    public func canonicalQuads() throws -> [UInt8] {
        var sheet = QuadSheet()
        _ = write(into: &sheet)
        if let address = sheet.illFormed {
            throw OpenBadgeError("ill-formed address", "\(address) is no absolute IRI")
        }
        return try sheet.canonical()
    }
}
