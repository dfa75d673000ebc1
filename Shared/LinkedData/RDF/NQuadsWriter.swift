/// Writes statements as canonical N-Quads (RDF 1.1 N-Quads with RDFC-1.0's rules on escapes).
public enum NQuadsWriter {
    /// The line of a statement, with its end; blank nodes are named by a function.
    public static func line(_ quad: Quad, naming name: (String) -> String = { $0 }) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        write(quad.subject, into: &bytes, name)
        bytes.append(0x20)
        write(quad.predicate, into: &bytes, name)
        bytes.append(0x20)
        write(quad.object, into: &bytes, name)
        if let graph = quad.graph {
            bytes.append(0x20)
            write(graph, into: &bytes, name)
        }
        bytes.append(contentsOf: " .\n".utf8)
        return bytes
    }

    private static func write(_ term: RDFTerm, into bytes: inout [UInt8], _ name: (String) -> String) {
        switch term {
        case .iri(let iri):
            bytes.append(UInt8(ascii: "<"))
            bytes.append(contentsOf: iri.utf8)
            bytes.append(UInt8(ascii: ">"))
        case .blank(let label):
            bytes.append(contentsOf: "_:".utf8)
            bytes.append(contentsOf: name(label).utf8)
        case .literal(let text, let datatype, let language):
            writeQuoted(text, into: &bytes)
            if let language {
                bytes.append(UInt8(ascii: "@"))
                bytes.append(contentsOf: language.utf8)
            } else if datatype != RDFName.xsdString {
                bytes.append(contentsOf: "^^<".utf8)
                bytes.append(contentsOf: datatype.utf8)
                bytes.append(UInt8(ascii: ">"))
            }
        }
    }

    /// Writes a literal's text between quotation marks.
    public static func writeQuoted(_ text: String, into bytes: inout [UInt8]) {
        QuotedText.quads.write(text, into: &bytes)
    }
}
