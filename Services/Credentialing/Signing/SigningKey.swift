import Crypto
import Foundation

/// The issuer's Ed25519 key.
struct SigningKey: Sendable {
    /// The key itself.
    let secret: Curve25519.Signing.PrivateKey

    /// A key of 32 secret bytes (RFC 8032, section 5.1.5).
    init(seed: [UInt8]) throws {
        secret = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
    }

    /// The public key as a Multikey value.
    var publicMultikey: String {
        Multikey.ed25519(publicKey: Array(secret.publicKey.rawRepresentation))
    }
}
