import Contracts
import Dispatch
import Foundation
import LinkedData
import OpenBadges
import Synchronization

/// Secures documents with the keys of the moment: the one thing that holds their secrets.
struct CredentialSigner: Sendable {
    /// Who issues.
    let issuer: Issuer
    /// The keys.
    let keys: KeyRing

    /// A document with its embedded proof, as the bytes that are kept and served.
    func sign(_ document: some SecurableDocument, created: Timestamp) throws -> [UInt8] {
        try proof(created).sign(document)
    }

    /// Documents with their embedded proofs, made on all cores: signing is most of what issuing costs.
    func sign(_ documents: [some SecurableDocument & Sendable], created: Timestamp) throws -> [[UInt8]] {
        let proof = try proof(created)
        let parts = min(ProcessInfo.processInfo.activeProcessorCount, documents.count / CredentialSigner.worthATurn)
        guard parts > 1 else { return try documents.map { try proof.sign($0) } }
        let signed = Mutex<[Int: Result<[[UInt8]], any Error>]>([:])
        DispatchQueue.concurrentPerform(iterations: parts) { part in
            let range = documents.count * part / parts..<documents.count * (part + 1) / parts
            let result = Result { try documents[range].map { try proof.sign($0) } }
            signed.withLock { $0[part] = result }
        }
        let results = signed.withLock { $0 }
        return try (0..<parts).flatMap { part in try results[part]?.get() ?? [] }
    }

    private func proof(_ created: Timestamp) throws -> EmbeddedProof {
        try EmbeddedProof(
            key: keys.embedded, verificationMethod: issuer.verificationMethod(keys.embeddedID),
            created: UTCText.seconds(created))
    }

    /// Documents that are worth waking another thread for.
    private static let worthATurn = 8

    /// A credential as a token; its key is named by the address that serves it, as Open Badges wants.
    func token(_ credential: JSON) throws -> String {
        try CredentialToken.sign(credential, key: keys.token, keyID: issuer.keyURL(keys.tokenID))
    }

    /// A status list as a token; its key is named as in the DID document, by which verifiers find those of lists.
    func token(_ list: StatusListDocument) throws -> String {
        try CredentialToken.sign(
            try list.json, key: keys.token, keyID: issuer.verificationMethod(keys.tokenID))
    }
}
