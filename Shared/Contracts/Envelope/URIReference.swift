/// The syntax of URIs and of references to them (RFC 3986).
enum URIReference {
    /// Whether bytes are a URI or a relative reference.
    static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var position = 0
        var hashes = 0
        var brackets = 0
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "%"):
                guard position + 2 < bytes.count, Hexadecimal.value(of: bytes[position + 1]) != nil,
                    Hexadecimal.value(of: bytes[position + 2]) != nil
                else { return false }
                position += 2
            case UInt8(ascii: "#"): hashes += 1
            case UInt8(ascii: "["), UInt8(ascii: "]"): brackets += 1
            default: if !isAllowed(byte) { return false }
            }
            position += 1
        }
        return hashes <= 1 && (brackets == 0 || hasBracketedHost(bytes, brackets)) && hasGoodStart(bytes)
    }

    /// Whether bytes are a URI with a scheme.
    static func isAbsolute(_ bytes: UnsafeRawBufferPointer) -> Bool {
        isValid(bytes) && schemeLength(bytes).map { $0 > 0 } == true
    }

    /// What stands before the first colon of the first segment must be a scheme.
    private static func hasGoodStart(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let length = schemeLength(bytes) else { return true }
        guard length > 0, (bytes[0] | 0x20) &- UInt8(ascii: "a") < 26 else { return false }
        return bytes[..<length].allSatisfy { byte in
            (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
                || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
    }

    /// How long what stands before the first segment's colon is; nil when there is no colon.
    private static func schemeLength(_ bytes: UnsafeRawBufferPointer) -> Int? {
        for (position, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: ":"): return position
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
            default: continue
            }
        }
        return nil
    }

    /// Square brackets stand around an IP literal only: `//[::1]:8080/`.
    private static func hasBracketedHost(_ bytes: UnsafeRawBufferPointer, _ brackets: Int) -> Bool {
        guard brackets == 2, let open = bytes.firstIndex(of: UInt8(ascii: "[")),
            let close = bytes.firstIndex(of: UInt8(ascii: "]")), open < close
        else { return false }
        let start = schemeLength(bytes).map { $0 + 1 } ?? 0
        guard open >= start + 2, bytes[start] == UInt8(ascii: "/"), bytes[start + 1] == UInt8(ascii: "/") else {
            return false
        }
        let isBeforePath = !bytes[(start + 2)..<open].contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }
        return isBeforePath
            && bytes[(open + 1)..<close].allSatisfy { byte in
                Hexadecimal.value(of: byte) != nil || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
                    || byte == UInt8(ascii: "v")
            }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ":"),
            UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "!"), UInt8(ascii: "$"),
            UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"),
            UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}
