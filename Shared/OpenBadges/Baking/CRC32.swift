import CZlib

/// The check sum of PNG's chunks.
enum CRC32 {
    /// The sum of bytes.
    static func of(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
    }
}
