import Crypto

/// A dataset in its one canonical form.
public struct CanonicalDataset: Sendable {
    /// The canonical N-Quads.
    public let bytes: [UInt8]
    /// The canonical label of each blank node.
    public let labels: [String: String]

    /// The canonical N-Quads as text.
    public var text: String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// The SHA-256 of the canonical N-Quads.
    public var hash: [UInt8] {
        Array(SHA256.hash(data: bytes))
    }
}
