import Crypto
import Foundation
import LinkedData

/// Statements written straight as bytes, and their canonical form for the common case.
///
/// A document whose blank nodes each say something of their own, as a credential's do, needs no search: their first
/// hashes tell them apart. Where two are alike after all, the general method decides.
public struct QuadSheet {
    /// A subject or object: an IRI, or a blank node of this sheet.
    public struct Node: Hashable, Sendable {
        /// The IRI between angle brackets; empty for a blank node.
        let bytes: [UInt8]
        /// The number of a blank node.
        let blank: Int

        /// A node of an IRI.
        public init(_ iri: String) {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(iri.utf8.count + 2)
            bytes.append(UInt8(ascii: "<"))
            bytes.append(contentsOf: iri.utf8)
            bytes.append(UInt8(ascii: ">"))
            self.bytes = bytes
            blank = -1
        }

        init(blank: Int) {
            bytes = []
            self.blank = blank
        }
    }

    /// A statement: what stands before, between and after the blank nodes.
    private struct Line {
        var subject: Int
        var object: Int
        var text: [UInt8]
    }

    private var lines: [Line] = []
    private var blanks = 0
    /// The first address that cannot be one.
    public private(set) var illFormed: String?

    /// A sheet with nothing on it.
    public init() {
        lines.reserveCapacity(96)
    }

    /// A node of an IRI, which is noted if it is none.
    public mutating func node(_ iri: String) -> Node {
        if illFormed == nil, !IRIReference.isWellFormed(iri) { illFormed = iri }
        return Node(iri)
    }

    /// A new blank node, or the node of an IRI where there is one.
    public mutating func node(_ iri: String?) -> Node {
        if let iri { return node(iri) as Node }
        defer { blanks += 1 }
        return Node(blank: blanks)
    }

    /// States that a node has another as a value.
    public mutating func add(_ subject: Node, _ predicate: StaticString, _ object: Node) {
        var text = start(subject, predicate, room: object.bytes.count)
        text.append(contentsOf: object.bytes)
        if object.blank < 0 { text.append(contentsOf: " .\n".utf8) }
        lines.append(Line(subject: subject.blank, object: object.blank, text: text))
    }

    /// States that a node has a literal as a value, if there is one.
    ///
    /// - Parameters:
    ///   - subject: the node.
    ///   - predicate: the property, between angle brackets.
    ///   - text: the value.
    ///   - datatype: its type, between angle brackets; none for a plain string.
    public mutating func add(
        _ subject: Node, _ predicate: StaticString, text value: String?, _ datatype: StaticString? = nil
    ) {
        guard let value else { return }
        var text = start(subject, predicate, room: value.utf8.count + 64)
        NQuadsWriter.writeQuoted(value, into: &text)
        if let datatype {
            text.append(contentsOf: "^^".utf8)
            datatype.withUTF8Buffer { text.append(contentsOf: $0) }
        }
        text.append(contentsOf: " .\n".utf8)
        lines.append(Line(subject: subject.blank, object: -1, text: text))
    }

    private func start(_ subject: Node, _ predicate: StaticString, room: Int) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(subject.bytes.count + predicate.utf8CodeUnitCount + room + 5)
        text.append(contentsOf: subject.bytes)
        text.append(0x20)
        predicate.withUTF8Buffer { text.append(contentsOf: $0) }
        text.append(0x20)
        return text
    }

    /// The canonical N-Quads.
    public func canonical() throws -> [UInt8] {
        var hashes = (0..<blanks).map { (hash: firstHash(of: $0), blank: $0) }
        hashes.sort { $0.hash.lexicographicallyPrecedes($1.hash) }
        for (one, other) in zip(hashes, hashes.dropFirst()) where one.hash == other.hash { return try general() }
        var names = [[UInt8]](repeating: [], count: blanks)
        for (index, entry) in hashes.enumerated() { names[entry.blank] = Array("_:c14n\(index)".utf8) }
        return QuadSheet.joined(lines.map { QuadSheet.render($0, names) })
    }

    /// The hash of what is said of a blank node, others unnamed (RDFC-1.0, section 4.6).
    private func firstHash(of blank: Int) -> [UInt8] {
        var said: [[UInt8]] = []
        for line in lines where line.subject == blank || line.object == blank {
            said.append(QuadSheet.render(line) { $0 == blank ? QuadSheet.itself : QuadSheet.another })
        }
        return Array(SHA256.hash(data: QuadSheet.joined(said)))
    }

    private static let itself = Array("_:a".utf8)
    private static let another = Array("_:z".utf8)

    private func general() throws -> [UInt8] {
        let names = (0..<blanks).map { Array("_:n\($0)".utf8) }
        let text = lines.flatMap { QuadSheet.render($0, names) }
        return try Canonicaliser().canonical(NQuadsParser.parse(text)).bytes
    }

    private static func render(_ line: Line, _ names: [[UInt8]]) -> [UInt8] {
        guard line.subject >= 0 || line.object >= 0 else { return line.text }
        return render(line) { names[$0] }
    }

    private static func render(_ line: Line, _ name: (Int) -> [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(line.text.count + 20)
        if line.subject >= 0 { bytes.append(contentsOf: name(line.subject)) }
        bytes.append(contentsOf: line.text)
        if line.object >= 0 {
            bytes.append(contentsOf: name(line.object))
            bytes.append(contentsOf: " .\n".utf8)
        }
        return bytes
    }

    /// The lines in order, each once.
    private static func joined(_ lines: [[UInt8]]) -> [UInt8] {
        let sorted = lines.sorted(by: precedes)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(sorted.reduce(0) { $0 + $1.count })
        for (index, line) in sorted.enumerated() where index == 0 || line != sorted[index - 1] {
            bytes.append(contentsOf: line)
        }
        return bytes
    }

    private static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.withUnsafeBytes { one in
            right.withUnsafeBytes { other in
                let count = min(one.count, other.count)
                let order = count == 0 ? 0 : memcmp(one.baseAddress!, other.baseAddress!, count)
                return order == 0 ? one.count < other.count : order < 0
            }
        }
    }
}
