/// A subject, predicate, object or graph name of RDF 1.1.
public enum RDFTerm: Hashable, Sendable {
    /// An IRI.
    case iri(String)
    /// A blank node, by its label without `_:`.
    case blank(String)
    /// A literal; `xsd:string` is a datatype like any other.
    case literal(String, datatype: String, language: String?)

    /// Whether two terms are the same byte for byte; Swift would take texts for equal that merely look it.
    public static func == (left: RDFTerm, right: RDFTerm) -> Bool {
        func same(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }
        switch (left, right) {
        case (.iri(let one), .iri(let other)): return same(one, other)
        case (.blank(let one), .blank(let other)): return same(one, other)
        case (.literal(let text, let datatype, let language), .literal(let text2, let datatype2, let language2)):
            return same(text, text2) && same(datatype, datatype2) && language == language2
        default: return false
        }
    }

    /// Hashes what is compared.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .iri(let iri): hasher.combine(bytes: Array(iri.utf8))
        case .blank(let label): hasher.combine(bytes: Array(label.utf8))
        case .literal(let text, _, _): hasher.combine(bytes: Array(text.utf8))
        }
    }

    /// A literal of a datatype.
    public static func literal(_ text: String, _ datatype: String = RDFName.xsdString) -> RDFTerm {
        .literal(text, datatype: datatype, language: nil)
    }

    /// The label, if it is a blank node.
    public var label: String? {
        guard case .blank(let label) = self else { return nil }
        return label
    }
}

extension Hasher {
    /// Adds bytes.
    fileprivate mutating func combine(bytes: [UInt8]) {
        bytes.withUnsafeBytes { combine(bytes: $0) }
    }
}
