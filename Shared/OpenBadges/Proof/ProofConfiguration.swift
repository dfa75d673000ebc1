import Crypto
import LinkedData

/// An embedded proof of W3C Data Integrity, before it is signed.
public struct ProofConfiguration: Hashable, Sendable {
    /// How the document is made canonical, hashed and signed.
    public var cryptosuite: String
    /// When, as text.
    public var created: String
    /// The URL of the public key.
    public var verificationMethod: String

    /// A proof of a suite.
    public init(cryptosuite: String = "eddsa-rdfc-2022", created: String, verificationMethod: String) {
        self.cryptosuite = cryptosuite
        self.created = created
        self.verificationMethod = verificationMethod
    }

    /// The members of the proof as they stand in the document.
    public var members: [String: JSON] {
        [
            "type": "DataIntegrityProof", "cryptosuite": .text(cryptosuite), "created": .text(created),
            "verificationMethod": .text(verificationMethod), "proofPurpose": "assertionMethod",
        ]
    }

    /// The canonical N-Quads, whatever the contexts of a credential.
    public func canonicalQuads() throws -> [UInt8] {
        var sheet = QuadSheet()
        let node = sheet.node(nil)
        sheet.add(node, type: "https://w3id.org/security#DataIntegrityProof")
        sheet.add(node, Vocabulary.created, text: created, Vocabulary.Datatype.dateTime)
        sheet.add(node, Vocabulary.cryptosuite, text: cryptosuite, Vocabulary.Datatype.cryptosuite)
        sheet.add(node, Vocabulary.proofPurpose, QuadSheet.Node("https://w3id.org/security#assertionMethod"))
        sheet.add(node, Vocabulary.verificationMethod, QuadSheet.Node(verificationMethod))
        return try sheet.canonical()
    }

    /// What is signed: the hash of the proof's configuration, then the hash of the document.
    public static func hash(proof: [UInt8], document: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: proof)) + Array(SHA256.hash(data: document))
    }
}
