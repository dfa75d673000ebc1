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

    /// A credential as a token; its key is named by the address that serves it, as Open Badges wants.
    func token(_ credential: JSON) throws -> String {
        try CredentialToken.sign(credential, key: keys.token, keyID: issuer.keyURL(keys.tokenID))
    }

    /// A status list as a token; its key is named as in the DID document, by which verifiers find those of lists.
    func token(_ list: StatusListDocument) throws -> String {
        try CredentialToken.sign(
            list.json, key: keys.token, keyID: issuer.verificationMethod(keys.tokenID))
    }
}
