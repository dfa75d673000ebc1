import Crypto
import LinkedData

/// Gives documents an embedded proof of the suite `eddsa-rdfc-2022`.
public struct EmbeddedProof: Sendable {
    private let key: Curve25519.Signing.PrivateKey
    private let verificationMethod: String

    /// A signer with a key that verifiers find under a URL.
    public init(key: Curve25519.Signing.PrivateKey, verificationMethod: String) {
        self.key = key
        self.verificationMethod = verificationMethod
    }

    /// The members of a document with its proof.
    public func sign(_ document: some SecurableDocument, created: String) throws -> JSON {
        let configuration = ProofConfiguration(created: created, verificationMethod: verificationMethod)
        let hash = ProofConfiguration.hash(
            proof: try configuration.canonicalQuads(), document: try document.canonicalQuads())
        var proof = configuration.members
        proof["proofValue"] = .text(Multikey.multibase(Array(try key.signature(for: hash))))
        var members = document.json.object ?? [:]
        members["proof"] = .object(proof)
        return .object(members)
    }
}
