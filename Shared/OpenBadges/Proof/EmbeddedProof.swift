import Crypto
import LinkedData

/// Gives documents an embedded proof of the suite `eddsa-rdfc-2022`, made at one moment with one key.
public struct EmbeddedProof: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    private let configuration: ProofConfiguration
    /// The hash of the configuration, which is that of every document.
    private let hash: [UInt8]

    /// A signer with a key that verifiers find under a URL.
    ///
    /// - Parameter created: when, as text.
    public init(key: Curve25519.Signing.PrivateKey, verificationMethod: String, created: String) throws {
        self.key = key
        configuration = ProofConfiguration(created: created, verificationMethod: verificationMethod)
        hash = Array(SHA256.hash(data: try configuration.canonicalQuads()))
    }

    /// The canonical bytes of a document with its proof.
    public func sign(_ document: some SecurableDocument) throws -> [UInt8] {
        let signature = try key.signature(for: hash + Array(SHA256.hash(data: try document.canonicalQuads())))
        var json = CanonicalWriter()
        document.write(
            into: &json, proof: Proof(configuration: configuration, value: Multikey.multibase(Array(signature))))
        return json.bytes
    }
}
