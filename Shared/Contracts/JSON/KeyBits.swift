/// One bit of 64 for each name of an object's member, so that most names are known to be absent without comparing them.
///
/// From the length and three of the characters. Works on a pointer for the same reason as ``JSONIndexer``; it reads no
/// further than the length.
enum KeyBits {
    /// The keys of an object so far.
    struct Seen {
        var bits: UInt64 = 0
        var count = 0
        /// Whether one stands twice, or may: escaped ones, and more than there are bits, are compared as texts.
        var mayRepeat = false
    }

    /// The bit of a name.
    @inline(__always)
    static func bit(_ name: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
        var hash = UInt64(length)
        if length > 0 {
            hash = hash &* 31 &+ UInt64(name[0])
            hash = hash &* 31 &+ UInt64(name[length - 1])
            hash = hash &* 31 &+ UInt64(name[length / 2])
        }
        return 1 << ((hash &* 0x9E37_79B9_7F4A_7C15) >> 58)
    }
}
