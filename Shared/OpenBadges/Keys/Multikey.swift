/// Keys and signatures as W3C Controlled Identifiers write them: multibase base58btc, keys behind a multicodec prefix.
public enum Multikey {
    /// The prefix of an Ed25519 public key.
    private static let ed25519Public: [UInt8] = [0xED, 0x01]

    /// An Ed25519 public key of 32 bytes.
    public static func ed25519(publicKey: [UInt8]) -> String {
        multibase(ed25519Public + publicKey)
    }

    /// The 32 bytes of an Ed25519 public key, or nil when the text is no such key.
    public static func ed25519PublicKey(_ text: String) -> [UInt8]? {
        guard let bytes = bytes(text), bytes.count == 34, bytes.starts(with: ed25519Public) else { return nil }
        return Array(bytes.dropFirst(2))
    }

    /// Bytes in multibase base58btc.
    public static func multibase(_ bytes: [UInt8]) -> String {
        "z" + Base58.encode(bytes)
    }

    /// The bytes of a text in multibase base58btc; a text too long for a key or a signature is none.
    public static func bytes(_ text: String) -> [UInt8]? {
        guard text.utf8.first == UInt8(ascii: "z"), text.utf8.count <= 128 else { return nil }
        return Base58.decode(String(text.dropFirst()))
    }
}
