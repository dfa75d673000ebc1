import Crypto
import LinkedData

/// The embedded proof of a document, taken apart.
struct EmbeddedProofReader {
    /// The suite.
    let suite: Cryptosuite
    /// The key.
    let verificationMethod: String
    /// Who issues the document.
    let issuer: String
    private let document: [String: JSON]
    private let configuration: [String: JSON]
    private let signature: [UInt8]

    /// The one proof of a document.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - check: which check it is that fails.
    init(_ document: [String: JSON], _ check: VerificationCheck.Name = .signature) throws {
        guard var proof = document["proof"]?.object else {
            throw VerificationFailure(check, "there is no proof, or not one alone")
        }
        guard proof["type"] == "DataIntegrityProof", let word = proof["cryptosuite"]?.text,
            let suite = Cryptosuite(rawValue: word)
        else { throw VerificationFailure(check, "the proof is of a kind that is not known") }
        guard proof["proofPurpose"] == "assertionMethod" else {
            throw VerificationFailure(check, "the proof was made for another purpose")
        }
        guard let method = proof["verificationMethod"]?.text else {
            throw VerificationFailure(check, "the proof names no key")
        }
        guard let value = proof.removeValue(forKey: "proofValue")?.text, let signature = Multikey.bytes(value),
            signature.count == 64
        else { throw VerificationFailure(check, "the proof's value is no signature") }
        guard let issuer = CredentialRules.issuer(document) else {
            throw VerificationFailure(check, "there is no issuer")
        }
        // The JSON suite signs the proof with the contexts that it states, which must then be the document's.
        if let contexts = proof["@context"], contexts != document["@context"] {
            throw VerificationFailure(check, "the proof has contexts of its own")
        }
        self.suite = suite
        self.issuer = issuer
        self.signature = signature
        verificationMethod = method
        configuration = proof
        self.document = document.filter { $0.key != "proof" }
    }

    /// Whether a key made the proof, and the proof is in force.
    func check(
        _ key: [UInt8], _ reader: LinkedDataReader, _ now: Moment, _ check: VerificationCheck.Name = .signature
    ) throws {
        for (name, isPast) in [("created", true), ("expires", false)] {
            guard let text = configuration[name]?.text else { continue }
            guard let moment = Moment(text) else {
                throw VerificationFailure(check, "the proof's \(name) is no moment")
            }
            guard isPast ? moment.seconds <= now.seconds + 60 : moment > now else {
                throw VerificationFailure(check, "the proof is not in force")
            }
        }
        let hash: [UInt8]
        do {
            hash = try suite.hash(of: document, configuration, reader)
        } catch let error as LinkedDataError {
            throw VerificationFailure(check == .signature ? .context : check, error.detail)
        }
        // The JSON suite needs no contexts to sign, but whoever reads the words relies on what they mean.
        if suite == .eddsaJCS {
            do {
                _ = try reader.quads(of: .object(document))
            } catch let error as LinkedDataError {
                throw VerificationFailure(check == .signature ? .context : check, error.detail)
            }
        }
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key),
            key.isValidSignature(signature, for: hash)
        else { throw VerificationFailure(check, "the signature is not that of this document by that key") }
    }
}
