/// Reads N-Quads as they are written here and by others (RDF 1.1 N-Quads).
public struct NQuadsParser {
    private let bytes: [UInt8]
    private var position = 0

    /// The statements of a text.
    public static func parse(_ bytes: some Sequence<UInt8>) throws -> Set<Quad> {
        var parser = NQuadsParser(bytes: Array(bytes))
        var quads: Set<Quad> = []
        while parser.skipToStatement() { quads.insert(try parser.statement()) }
        return quads
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func skipToStatement() -> Bool {
        while let byte = peek {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case UInt8(ascii: "#"): while let byte = peek, byte != 0x0A { position += 1 }
            default: return true
            }
        }
        return false
    }

    private mutating func statement() throws -> Quad {
        let subject = try term()
        let predicate = try term()
        let object = try term()
        var graph: RDFTerm?
        skipSpace()
        if peek != UInt8(ascii: ".") { graph = try term() }
        skipSpace()
        guard peek == UInt8(ascii: ".") else { throw fault("a statement does not end") }
        position += 1
        guard case .iri = predicate else { throw fault("a predicate is no IRI") }
        if case .literal = subject { throw fault("a subject is a literal") }
        return Quad(subject, predicate, object, in: graph)
    }

    private mutating func term() throws -> RDFTerm {
        skipSpace()
        switch peek {
        case UInt8(ascii: "<"): return .iri(try text(until: UInt8(ascii: ">")))
        case UInt8(ascii: "_"): return .blank(try label())
        case UInt8(ascii: "\""): return try literal()
        default: throw fault("a term is missing")
        }
    }

    private mutating func label() throws -> String {
        guard bytes[position...].starts(with: "_:".utf8) else { throw fault("a blank node has no label") }
        position += 2
        return word()
    }

    private mutating func word() -> String {
        let start = position
        while let byte = peek, byte > 0x20, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "."), position + 1 >= bytes.count || bytes[position + 1] <= 0x20 { break }
            position += 1
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func literal() throws -> RDFTerm {
        let value = try text(until: UInt8(ascii: "\""))
        if peek == UInt8(ascii: "@") {
            position += 1
            return .literal(value, datatype: RDFName.langString, language: word())
        }
        guard bytes[position...].starts(with: "^^<".utf8) else { return .literal(value) }
        position += 2
        return .literal(value, try text(until: UInt8(ascii: ">")))
    }

    private mutating func text(until end: UInt8) throws -> String {
        position += 1
        var text: [UInt8] = []
        while let byte = peek {
            position += 1
            if byte == end {
                guard let string = String(validating: text, as: UTF8.self) else { throw fault("text is not UTF-8") }
                return string
            }
            if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
        }
        throw fault("a text does not end")
    }

    private mutating func escape(into text: inout [UInt8]) throws {
        let byte = peek
        position += 1
        switch byte {
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"): text.append(byte ?? 0)
        case UInt8(ascii: "u"): try character(4, into: &text)
        case UInt8(ascii: "U"): try character(8, into: &text)
        default: throw fault("there is no such escape")
        }
    }

    private mutating func character(_ digits: Int, into text: inout [UInt8]) throws {
        guard position + digits <= bytes.count,
            let code = UInt32(String(decoding: bytes[position..<position + digits], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(code)
        else { throw fault("an escape is cut short") }
        position += digits
        text.append(contentsOf: String(Character(scalar)).utf8)
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x09 { position += 1 }
    }

    private var peek: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private func fault(_ what: String) -> LinkedDataError {
        LinkedDataError("invalid N-Quads", "\(what), at byte \(position)")
    }
}
