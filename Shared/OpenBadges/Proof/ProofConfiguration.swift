import LinkedData

/// An embedded proof of W3C Data Integrity, before it is signed.
public struct ProofConfiguration: Hashable, Sendable, CanonicalWritable {
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

    /// Writes it as it stands in the document.
    public func write(into json: inout CanonicalWriter) {
        write(into: &json, value: nil)
    }

    func write(into json: inout CanonicalWriter, value: String?) {
        json.object { json in
            json.member("created", created)
            json.member("cryptosuite", cryptosuite)
            json.member("proofPurpose", "assertionMethod")
            json.member("proofValue", value)
            json.member("type", "DataIntegrityProof")
            json.member("verificationMethod", verificationMethod)
        }
    }

    /// The canonical N-Quads, whatever the contexts of a credential.
    public func canonicalQuads() throws -> [UInt8] {
        var sheet = QuadSheet()
        let node = sheet.node(nil)
        sheet.add(node, type: "<https://w3id.org/security#DataIntegrityProof>")
        sheet.add(node, Vocabulary.created, text: created, Vocabulary.Datatype.dateTime)
        sheet.add(node, Vocabulary.cryptosuite, text: cryptosuite, Vocabulary.Datatype.cryptosuite)
        sheet.add(node, Vocabulary.proofPurpose, QuadSheet.Node("https://w3id.org/security#assertionMethod"))
        sheet.add(node, Vocabulary.verificationMethod, QuadSheet.Node(verificationMethod))
        return try sheet.canonical()
    }
}
