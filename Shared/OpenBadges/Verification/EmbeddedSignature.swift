import LinkedData

/// The signature of a document whose issuer's keys are at hand.
public enum EmbeddedSignature {
    /// Checks the embedded proof of a document.
    ///
    /// - Parameters:
    ///   - document: the document's JSON.
    ///   - keys: Ed25519 public keys that vouch for the issuer, by the verification method that names them.
    ///   - now: the moment for which it is told.
    public static func check(_ document: [UInt8], keys: [String: [UInt8]], now: Moment) -> VerificationCheck {
        do {
            guard let members = try JSON.parse(document).object else {
                return VerificationCheck(.form, .failed, "the document is no JSON object")
            }
            let proof = try EmbeddedProofReader(members)
            guard let key = keys[proof.verificationMethod] else {
                return VerificationCheck(
                    .signature, .failed, "\(proof.verificationMethod) does not vouch for the issuer")
            }
            try proof.check(key, LinkedDataReader(library: KnownContexts.library), now)
            return VerificationCheck(.signature, .passed, "\(proof.suite.rawValue), over everything that is said")
        } catch let failure as VerificationFailure {
            return VerificationCheck(failure.check, failure.outcome, failure.detail)
        } catch {
            return VerificationCheck(.form, .failed, "\(error)")
        }
    }
}
