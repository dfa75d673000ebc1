/// An embedded proof of W3C Data Integrity, before and after it is signed.
struct DataIntegrityProof {
    /// The contexts of the document that it secures.
    var context: JSON?
    /// How the document is made canonical, hashed and signed.
    var cryptosuite: String
    /// When, as text.
    var created: String
    /// The URL of the public key.
    var verificationMethod: String

    /// What is hashed and signed beside the document.
    var configuration: [String: JSON] {
        var members: [String: JSON] = [
            "type": "DataIntegrityProof",
            "cryptosuite": .text(cryptosuite),
            "created": .text(created),
            "verificationMethod": .text(verificationMethod),
            "proofPurpose": "assertionMethod",
        ]
        members["@context"] = context
        return members
    }

    /// The proof as it stands in the document.
    func signed(_ signature: [UInt8]) -> JSON {
        var members = configuration
        members["proofValue"] = .text(Multikey.multibase(signature))
        return .object(members)
    }
}
