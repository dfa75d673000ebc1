/// Reads JSON strictly (RFC 8259, and I-JSON's rules on names and surrogates).
struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0
    private let depthLimit: Int

    init(_ bytes: [UInt8], depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
    }

    /// The one value of the text.
    mutating func document() throws -> JSON {
        let value = try value(0)
        skipSpace()
        guard position == bytes.count else { throw fault("something follows the value") }
        return value
    }

    private mutating func value(_ depth: Int) throws -> JSON {
        guard depth < depthLimit else { throw fault("the value is nested more than \(depthLimit) deep") }
        skipSpace()
        switch peek {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try list(depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(_ depth: Int) throws -> JSON {
        position += 1
        var members: [String: JSON] = [:]
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        repeat {
            skipSpace()
            guard peek == UInt8(ascii: "\"") else { throw fault("a member's name is missing") }
            let name = try text()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw fault("a colon is missing") }
            guard members.updateValue(try value(depth + 1), forKey: name) == nil else {
                throw fault("the name \(name) stands twice in one object")
            }
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw fault("an object does not end") }
        return .object(members)
    }

    private mutating func list(_ depth: Int) throws -> JSON {
        position += 1
        var values: [JSON] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .list(values) }
        repeat {
            values.append(try value(depth + 1))
            skipSpace()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw fault("an array does not end") }
        return .list(values)
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws -> JSON {
        let expected = Array("\(word)".utf8)
        guard bytes[position...].starts(with: expected) else { throw fault("there is no such word in JSON") }
        position += expected.count
        return value
    }

    private mutating func number() throws -> JSON {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let first = position
        guard digits() > 0 else { throw fault("a value is missing") }
        guard bytes[first] != UInt8(ascii: "0") || position == first + 1 else { throw fault("a number begins with 0") }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard digits() > 0 else { throw fault("a number ends in a point") }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard digits() > 0 else { throw fault("an exponent is missing") }
        }
        let written = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let number = Double(written), number.isFinite else { throw fault("a number is too great") }
        // Beyond 2^53 whole numbers and their neighbours are one and the same double.
        guard number.magnitude <= 9_007_199_254_740_992, number == number.rounded(.towardZero) else {
            return .number(number)
        }
        return .integer(isWhole ? Int64(written) ?? Int64(number) : Int64(number))
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        return position - start
    }

    private mutating func text() throws -> String {
        position += 1
        let start = position
        while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { position += 1 }
        if peek == UInt8(ascii: "\"") {
            let plain = bytes[start..<position]
            position += 1
            return try string(plain)
        }
        var unescaped = Array(bytes[start..<position])
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return try string(unescaped[...])
            case UInt8(ascii: "\\"): try escape(into: &unescaped)
            case 0..<0x20: throw fault("a string holds a control character")
            default: unescaped.append(byte)
            }
        }
        throw fault("a string does not end")
    }

    private func string(_ utf8: ArraySlice<UInt8>) throws -> String {
        guard let text = String(validating: utf8, as: UTF8.self) else { throw fault("a string is not UTF-8") }
        return text
    }

    private mutating func escape(into text: inout [UInt8]) throws {
        guard let byte = peek else { throw fault("a string does not end") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            var unit = try codeUnit()
            if (0xD800..<0xDC00).contains(unit) {
                guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { throw fault("half a surrogate pair") }
                let low = try codeUnit()
                guard (0xDC00..<0xE000).contains(low) else { throw fault("half a surrogate pair") }
                unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(unit) else { throw fault("half a surrogate pair") }
            text.append(contentsOf: String(Character(scalar)).utf8)
        default: throw fault("there is no such escape in JSON")
        }
    }

    private mutating func codeUnit() throws -> UInt32 {
        guard position + 4 <= bytes.count, bytes[position..<position + 4].allSatisfy({ Self.isHexadecimal($0) }),
            let unit = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw fault("an escape is cut short") }
        position += 4
        return unit
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }

    private var peek: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private func fault(_ what: String) -> LinkedDataError {
        LinkedDataError("invalid JSON", "\(what), at byte \(position)")
    }
}

extension JSON {
    /// The value that a JSON text holds, with duplicate names, lone surrogates and deep nesting refused.
    public static func parse(_ bytes: some Sequence<UInt8>, depthLimit: Int = 64) throws -> JSON {
        var parser = JSONParser(Array(bytes), depthLimit: depthLimit)
        return try parser.document()
    }

    /// The value that a JSON text holds.
    public static func parse(_ text: String) throws -> JSON {
        try parse(text.utf8)
    }
}
