/// Reads a JSON text (RFC 8259) once, checks all of it, and writes down where everything stands.
///
/// Works on a pointer because a bounds check and a retain for each byte would double its time; every read is guarded by
/// `position < count`, and the pointer is used only while the caller keeps the bytes alive.
struct JSONIndexer {
    let base: UnsafePointer<UInt8>
    let count: Int
    let depthLimit: Int
    var position = 0
    var index = JSONIndex()

    /// The index of a text.
    static func index(_ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int) throws(JSONSyntaxError) -> JSONIndex {
        guard let base = bytes.baseAddress, !bytes.isEmpty else {
            throw JSONSyntaxError(message: "there is nothing", offset: 0)
        }
        guard bytes.count < Int(Int32.max) else {
            throw JSONSyntaxError(message: "the text is longer than 2 GiB", offset: 0)
        }
        var indexer = JSONIndexer(base: base, count: bytes.count, depthLimit: depthLimit)
        indexer.index.nodes.reserveCapacity(bytes.count / 12 + 8)
        indexer.skipSpace()
        try indexer.value(depth: 0)
        indexer.skipSpace()
        if indexer.position < indexer.count { throw indexer.unexpected("nothing more") }
        return indexer.index
    }

    private mutating func value(depth: Int) throws(JSONSyntaxError) {
        guard position < count else { throw unexpected("a value") }
        switch base[position] {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"): try object(depth: depth)
        case UInt8(ascii: "["): try array(depth: depth)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        default: throw unexpected("a value")
        }
    }

    private mutating func object(depth: Int) throws(JSONSyntaxError) {
        guard depth < depthLimit else { return try skipDeep() }
        let node = open(.object)
        skipSpace()
        if position < count, base[position] == UInt8(ascii: "}") {
            close(node)
            return
        }
        var keys = KeyBits.Seen()
        while true {
            guard position < count, base[position] == UInt8(ascii: "\"") else { throw unexpected("a key") }
            let key = index.nodes.count
            try string()
            note(key, in: node, &keys)
            skipSpace()
            guard position < count, base[position] == UInt8(ascii: ":") else { throw unexpected("a colon") }
            position += 1
            skipSpace()
            try value(depth: depth + 1)
            skipSpace()
            guard position < count else { throw unexpected("a comma or }") }
            if base[position] == UInt8(ascii: "}") { break }
            guard base[position] == UInt8(ascii: ",") else { throw unexpected("a comma or }") }
            position += 1
            skipSpace()
        }
        close(node)
        if keys.mayRepeat { noteDuplicates(of: node) }
    }

    private mutating func array(depth: Int) throws(JSONSyntaxError) {
        guard depth < depthLimit else { return try skipDeep() }
        let node = open(.array)
        skipSpace()
        if position < count, base[position] == UInt8(ascii: "]") {
            close(node)
            return
        }
        while true {
            try value(depth: depth + 1)
            skipSpace()
            guard position < count else { throw unexpected("a comma or ]") }
            if base[position] == UInt8(ascii: "]") { break }
            guard base[position] == UInt8(ascii: ",") else { throw unexpected("a comma or ]") }
            position += 1
            skipSpace()
        }
        close(node)
    }

    private mutating func open(_ kind: JSONIndex.Kind) -> Int {
        let node = index.nodes.count
        append(kind, from: position, to: position)
        position += 1
        return node
    }

    private mutating func close(_ node: Int) {
        position += 1
        index.nodes[node].end = UInt32(truncatingIfNeeded: position)
        index.nodes[node].next = UInt32(truncatingIfNeeded: index.nodes.count)
    }

    @inline(__always)
    mutating func append(_ kind: JSONIndex.Kind, from start: Int, to end: Int, _ flags: JSONIndex.Flags = []) {
        index.nodes.append(
            JSONIndex.Node(
                start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
                next: UInt32(truncatingIfNeeded: index.nodes.count + 1), kind: kind, flags: flags))
    }

    private mutating func word(_ text: StaticString, _ kind: JSONIndex.Kind) throws(JSONSyntaxError) {
        let start = position
        for offset in 0..<text.utf8CodeUnitCount {
            guard position < count, base[position] == text.utf8Start[offset] else { throw unexpected("\(text)") }
            position += 1
        }
        append(kind, from: start, to: position)
    }

    @inline(__always)
    mutating func skipSpace() {
        while position < count {
            switch base[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    func unexpected(_ wanted: String) -> JSONSyntaxError {
        guard position < count else {
            return JSONSyntaxError(message: "\(wanted) was expected, found the end of the text", offset: position)
        }
        let byte = base[position]
        let found =
            byte > 0x20 && byte < 0x7F
            ? "\"\(Unicode.Scalar(byte))\"" : "byte 0x\(String(byte, radix: 16, uppercase: true))"
        return JSONSyntaxError(message: "\(wanted) was expected, found \(found)", offset: position)
    }
}
