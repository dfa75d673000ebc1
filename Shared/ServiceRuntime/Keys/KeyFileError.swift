/// Why a key file cannot be used; says what to do, and never a byte of the key.
public enum KeyFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such file, or it cannot be read.
    case unreadable(String, reason: String)
    /// Others than its owner may read or write it.
    case exposed(String, mode: UInt32)
    /// It does not hold 32 bytes, raw or in base64.
    case malformed(String)
    /// It cannot be made.
    case unwritable(String, reason: String)

    /// One sentence.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "the key file \(path) cannot be read: \(reason)"
        case .exposed(let path, let mode):
            "the key file \(path) is open to others (mode \(String(mode, radix: 8))); run chmod 600 \(path)"
        case .malformed(let path): "the key file \(path) must hold 32 bytes, raw or in base64"
        case .unwritable(let path, let reason): "the key file \(path) cannot be made: \(reason)"
        }
    }
}
