import Contracts
import LinkedData
import OpenBadges

/// Secures documents with the keys of the moment: the one thing that holds their secrets.
struct CredentialSigner: Sendable {
    /// Who issues.
    let issuer: Issuer
    /// The keys.
    let keys: KeyRing

    /// A document with its embedded proof, as the bytes that are kept and served.
    func sign(_ document: some SecurableDocument, created: Timestamp) throws -> [UInt8] {
        let proof = EmbeddedProof(
            key: keys.embedded, verificationMethod: issuer.verificationMethod(keys.embeddedID))
        return try proof.sign(document, created: UTCText.seconds(created)).canonical
    }

    /// A document as a token.
    func token(_ document: some SecurableDocument) throws -> String {
        try CredentialToken.sign(document.json, key: keys.token, keyID: issuer.keyURL(keys.tokenID))
    }
}
