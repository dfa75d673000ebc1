import Crypto
import LinkedData

/// The public half of a signing key, with its state.
public struct PublishedKey: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// What it signs.
    public let algorithm: KeyAlgorithm
    /// How far it is trusted.
    public let state: KeyState
    /// Its bytes.
    public let publicKey: [UInt8]

    /// A key.
    public init(id: String, algorithm: KeyAlgorithm, state: KeyState, publicKey: [UInt8]) {
        self.id = id
        self.algorithm = algorithm
        self.state = state
        self.publicKey = publicKey
    }

    /// The public JSON Web Key.
    ///
    /// - Parameter keyID: what tokens call it.
    public func jwk(keyID: String) throws -> JSON {
        switch algorithm {
        case .ed25519:
            return [
                "kty": "OKP", "crv": "Ed25519", "x": .text(Base64URL.encode(publicKey)), "kid": .text(keyID),
                "alg": "EdDSA", "use": "sig",
            ]
        case .p256:
            return ECKey(try P256.Signing.PublicKey(rawRepresentation: publicKey)).jwk(id: keyID)
        }
    }
}
