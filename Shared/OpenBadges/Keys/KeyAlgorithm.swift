import Crypto

/// What a signing key signs.
public enum KeyAlgorithm: String, CaseIterable, Hashable, Sendable {
    /// Embedded proofs.
    case ed25519 = "Ed25519"
    /// Tokens.
    case p256 = "P-256"

    /// A new secret.
    public func newSecret() -> [UInt8] {
        switch self {
        case .ed25519: Array(Curve25519.Signing.PrivateKey().rawRepresentation)
        case .p256: Array(P256.Signing.PrivateKey().rawRepresentation)
        }
    }

    /// The public key and the id of a secret: a Multikey, or the thumbprint of a JSON Web Key.
    public func identity(of secret: [UInt8]) throws -> (id: String, publicKey: [UInt8]) {
        switch self {
        case .ed25519:
            let key = Array(try Curve25519.Signing.PrivateKey(rawRepresentation: secret).publicKey.rawRepresentation)
            return (Multikey.ed25519(publicKey: key), key)
        case .p256:
            let key = try P256.Signing.PrivateKey(rawRepresentation: secret).publicKey
            return (ECKey(key).thumbprint, Array(key.rawRepresentation))
        }
    }
}
