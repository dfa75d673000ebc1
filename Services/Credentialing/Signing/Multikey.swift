/// Keys and signatures as W3C Controlled Identifiers write them: multibase base58btc, keys behind a multicodec prefix.
enum Multikey {
    /// The prefix of an Ed25519 public key.
    private static let ed25519Public: [UInt8] = [0xED, 0x01]

    /// An Ed25519 public key of 32 bytes.
    static func ed25519(publicKey: [UInt8]) -> String {
        multibase(ed25519Public + publicKey)
    }

    /// Bytes in multibase base58btc.
    static func multibase(_ bytes: [UInt8]) -> String {
        "z" + Base58.encode(bytes)
    }
}
