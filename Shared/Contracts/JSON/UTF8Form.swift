/// The well-formed byte sequences of UTF-8 (RFC 3629, section 4).
///
/// Works on a pointer for the same reason as ``JSONIndexer``; it reads at most `available` bytes.
enum UTF8Form {
    /// How many bytes the character beyond ASCII at a place has; 0 when there is no valid one.
    static func length(_ bytes: UnsafePointer<UInt8>, available: Int) -> Int {
        let first = bytes[0]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard available >= length, second.contains(bytes[1]) else { return 0 }
        for offset in 2..<max(2, length) where bytes[offset] & 0xC0 != 0x80 { return 0 }
        return length
    }
}
