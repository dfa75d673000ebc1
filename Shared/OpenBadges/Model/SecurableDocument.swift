import LinkedData

/// A document that can be given an embedded proof.
public protocol SecurableDocument: QuadWritable {
    /// The addresses of its contexts, in order.
    var contexts: [String] { get }
    /// Writes it as JSON, with a proof where there is one.
    func write(into json: inout CanonicalWriter, proof: Proof?)
}

extension SecurableDocument {
    /// Writes it as JSON, without a proof.
    public func write(into json: inout CanonicalWriter) {
        write(into: &json, proof: nil)
    }

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
