import LinkedData

/// Looks at the endorsements of a credential: each by the key of whoever endorses, and about this credential.
struct EndorsementCheck: Sendable {
    let keys: IssuerKeys
    let library: ContextLibrary
    let status: StatusCheck
    let now: Moment

    /// Every endorsement with what came of it; one that is false says nothing about the credential itself.
    func check(_ credential: [String: JSON]) async -> [Endorsement] {
        var endorsements: [Endorsement] = []
        for text in Endorsement.tokens(of: .object(credential)) {
            var payload: [String: JSON]?
            var check: VerificationCheck
            do {
                let token = try SignedToken(text)
                payload = token.payload
                let keyID = try await self.check(token, credential)
                check = VerificationCheck(.signature, .passed, "ES256, by \(keyID)")
            } catch let failure as VerificationFailure {
                check = VerificationCheck(failure.check, failure.outcome, failure.detail)
            } catch {
                check = VerificationCheck(.structure, .failed, "\(error)")
            }
            endorsements.append(Endorsement(payload: payload, check: check))
        }
        return endorsements
    }

    /// The key that signed it; throws what is wrong with it.
    private func check(_ token: SignedToken, _ credential: [String: JSON]) async throws -> String {
        let members = token.credential
        try CredentialRules.checkContexts(members, needsBadge: true, library)
        do {
            _ = try LinkedDataReader(library: library).quads(of: .object(members))
        } catch let error as LinkedDataError {
            throw VerificationFailure(.context, error.detail)
        }
        try CredentialRules.check(members["type"], has: ["VerifiableCredential", "EndorsementCredential"], "type")
        try CredentialRules.need(members, ["id", "issuer", "validFrom", "credentialSubject"])
        try token.checkClaims(.structure)
        let endorsed = [
            credential["id"], credential["credentialSubject"]?["achievement"]?["id"],
            CredentialRules.issuer(credential).map(JSON.text),
        ]
        guard let subject = members["credentialSubject"]?["id"], endorsed.contains(subject) else {
            throw VerificationFailure(.structure, "it endorses something else than this credential")
        }
        guard let issuer = CredentialRules.issuer(members), let keyID = token.header["kid"]?.text else {
            throw VerificationFailure(.key, "the token names no key")
        }
        guard token.isSigned(by: try await keys.token(keyID, of: issuer, .key)) else {
            throw VerificationFailure(.signature, "the signature is not by that key")
        }
        try CredentialRules.checkDates(members, now)
        if let entry = members["credentialStatus"]?.object { _ = try await status.check(entry, issuer) }
        return keyID
    }
}
