import Contracts
import Crypto

/// Signs with the cryptosuite `eddsa-jcs-2022` of W3C Data Integrity EdDSA Cryptosuites 1.0.
struct EdDSAJCSSigner: CredentialSigner {
    private let key: Curve25519.Signing.PrivateKey
    private let verificationMethod: String

    /// A signer with a key that verifiers find under a URL.
    init(key: Curve25519.Signing.PrivateKey, verificationMethod: String) {
        self.key = key
        self.verificationMethod = verificationMethod
    }

    func sign(_ credential: [String: JSON], created: Timestamp) throws -> [UInt8] {
        let proof = DataIntegrityProof(
            context: credential["@context"], cryptosuite: "eddsa-jcs-2022", created: UTCText.seconds(created),
            verificationMethod: verificationMethod)
        var secured = credential
        secured["proof"] = proof.signed(try signature(of: credential, proof))
        return JSON.object(secured).canonical
    }

    /// What is signed: the hash of the proof's configuration, then the hash of the document.
    static func hash(of credential: [String: JSON], _ proof: DataIntegrityProof) -> [UInt8] {
        Array(SHA256.hash(data: JSON.object(proof.configuration).canonical))
            + Array(SHA256.hash(data: JSON.object(credential).canonical))
    }

    private func signature(of credential: [String: JSON], _ proof: DataIntegrityProof) throws -> [UInt8] {
        Array(try key.signature(for: EdDSAJCSSigner.hash(of: credential, proof)))
    }
}
