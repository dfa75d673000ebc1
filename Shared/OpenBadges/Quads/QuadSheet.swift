import Crypto
import Foundation
import LinkedData

/// Statements written straight as bytes, and their canonical form for the common case.
///
/// A document whose blank nodes each say something of their own, as a credential's do, needs no search: their first
/// hashes tell them apart. Where two are alike after all, the general method decides.
public struct QuadSheet: Sendable {
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

    /// A statement: where the text between its blank nodes lies.
    private struct Line {
        var start: Int
        var end: Int
        var subject: Int
        var object: Int
    }

    /// What all statements say, one after the other.
    private var text: [UInt8] = []
    private var lines: [Line] = []
    /// The first hash of each blank node, where it is known already.
    private var hashes: [[UInt8]?] = []
    /// The first address that cannot be one.
    public private(set) var illFormed: String?

    /// A sheet with nothing on it.
    public init() {
        lines.reserveCapacity(96)
        text.reserveCapacity(16_384)
    }

    /// A node of an IRI, which is noted if it is none.
    public mutating func node(_ iri: String) -> Node {
        if illFormed == nil, !IRIReference.isWellFormed(iri) { illFormed = iri }
        return Node(iri)
    }

    /// A new blank node, or the node of an IRI where there is one.
    public mutating func node(_ iri: String?) -> Node {
        if let iri { return node(iri) as Node }
        hashes.append(nil)
        return Node(blank: hashes.count - 1)
    }

    /// States that a node has another as a value.
    public mutating func add(_ subject: Node, _ predicate: StaticString, _ object: Node) {
        line(subject, predicate, object: object.blank) { text in
            text.append(contentsOf: object.bytes)
        }
    }

    /// States the type of a node.
    ///
    /// - Parameter type: the type, between angle brackets.
    mutating func add(_ subject: Node, type: StaticString) {
        line(subject, Vocabulary.type) { text in
            type.withUTF8Buffer { text.append(contentsOf: $0) }
        }
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
        line(subject, predicate) { text in
            NQuadsWriter.writeQuoted(value, into: &text)
            guard let datatype else { return }
            text.append(contentsOf: "^^".utf8)
            datatype.withUTF8Buffer { text.append(contentsOf: $0) }
        }
    }

    private mutating func line(
        _ subject: Node, _ predicate: StaticString, object: Int = -1, _ write: (inout [UInt8]) -> Void
    ) {
        let start = text.count
        text.append(contentsOf: subject.bytes)
        text.append(0x20)
        predicate.withUTF8Buffer { text.append(contentsOf: $0) }
        text.append(0x20)
        write(&text)
        if object < 0 { text.append(contentsOf: QuadSheet.end) }
        lines.append(Line(start: start, end: text.count, subject: subject.blank, object: object))
    }

    private static let end = Array(" .\n".utf8)

    // MARK: what many have in common

    /// Adds the statements of another sheet, none of whose blank nodes is spoken of here.
    mutating func add(_ other: QuadSheet) {
        let (room, blanks) = (text.count, hashes.count)
        text.append(contentsOf: other.text)
        for line in other.lines {
            lines.append(
                Line(
                    start: line.start + room, end: line.end + room,
                    subject: line.subject < 0 ? -1 : line.subject + blanks,
                    object: line.object < 0 ? -1 : line.object + blanks))
        }
        hashes += other.hashes
        illFormed = illFormed ?? other.illFormed
    }

    /// Puts the statements in order and hashes the blank nodes, so that whoever adds them needs not do it again.
    mutating func seal() {
        lines = text.withUnsafeBytes { text in
            lines.sorted { QuadSheet.precedes(text[$0.start..<$0.end], text[$1.start..<$1.end]) }
        }
        for blank in hashes.indices { hashes[blank] = firstHash(of: blank) }
    }

    // MARK: the canonical form

    /// The canonical N-Quads.
    public func canonical() throws -> [UInt8] {
        var order = hashes.enumerated().map { (hash: $1 ?? firstHash(of: $0), blank: $0) }
        order.sort { $0.hash.lexicographicallyPrecedes($1.hash) }
        for (one, other) in zip(order, order.dropFirst()) where one.hash == other.hash { return try general() }
        var names = [[UInt8]](repeating: [], count: order.count)
        for (index, entry) in order.enumerated() { names[entry.blank] = Array("_:c14n\(index)".utf8) }
        return joined(lines) { names[$0] }
    }

    /// The hash of what is said of a blank node, others unnamed (RDFC-1.0, section 4.6).
    private func firstHash(of blank: Int) -> [UInt8] {
        let said = lines.filter { $0.subject == blank || $0.object == blank }
        return Array(SHA256.hash(data: joined(said) { $0 == blank ? QuadSheet.itself : QuadSheet.another }))
    }

    private static let itself = Array("_:a".utf8)
    private static let another = Array("_:z".utf8)

    private func general() throws -> [UInt8] {
        try Canonicaliser().canonical(NQuadsParser.parse(joined(lines) { Array("_:n\($0)".utf8) })).bytes
    }

    /// Lines with their blank nodes named, in order, each once.
    private func joined(_ lines: [Line], _ name: (Int) -> [UInt8]) -> [UInt8] {
        var named: [UInt8] = []
        named.reserveCapacity(text.count + 24 * lines.count)
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(lines.count)
        for line in lines {
            let start = named.count
            if line.subject >= 0 { named.append(contentsOf: name(line.subject)) }
            named.append(contentsOf: text[line.start..<line.end])
            if line.object >= 0 {
                named.append(contentsOf: name(line.object))
                named.append(contentsOf: QuadSheet.end)
            }
            ranges.append(start..<named.count)
        }
        return named.withUnsafeBytes { named in
            // Shared statements are in order already, which this sort makes use of.
            ranges.sort { QuadSheet.precedes(named[$0], named[$1]) }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(named.count)
            var before: Text?
            for range in ranges {
                let line = named[range]
                if let before, QuadSheet.order(before, line) == 0 { continue }
                bytes.append(contentsOf: line)
                before = line
            }
            return bytes
        }
    }

    private typealias Text = Slice<UnsafeRawBufferPointer>

    private static func precedes(_ left: Text, _ right: Text) -> Bool {
        order(left, right) < 0
    }

    /// How two texts compare by their bytes: less than zero where the first comes first.
    private static func order(_ left: Text, _ right: Text) -> Int {
        let (one, other) = (UnsafeRawBufferPointer(rebasing: left), UnsafeRawBufferPointer(rebasing: right))
        guard let first = one.baseAddress, let second = other.baseAddress else { return one.count - other.count }
        let order = memcmp(first, second, min(one.count, other.count))
        return order == 0 ? one.count - other.count : Int(order)
    }
}
