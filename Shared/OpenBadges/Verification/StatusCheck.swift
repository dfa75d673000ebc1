import Crypto
import LinkedData

/// Asks the status list that a credential names.
struct StatusCheck: Sendable {
    let source: CredentialSource
    let keys: IssuerKeys
    let library: ContextLibrary
    let now: Moment

    /// What the list says, in words; throws when the credential is revoked, or the list cannot be believed.
    func check(_ entry: [String: JSON], _ issuer: String) async throws -> String {
        guard entry["type"] == "BitstringStatusListEntry" else {
            throw refuse("the status is of a kind that is not known: \(entry["type"]?.text ?? "none")")
        }
        guard let purpose = entry["statusPurpose"]?.text, purpose == "revocation" || purpose == "suspension" else {
            throw refuse("the status has no purpose that is known")
        }
        guard entry["statusSize"] == nil || entry["statusSize"] == .integer(1) else {
            throw refuse("the status takes more than one bit")
        }
        guard let url = entry["statusListCredential"]?.text, let written = entry["statusListIndex"]?.text,
            let index = Int(written), index >= 0, String(index) == written
        else { throw refuse("the status names no bit of a list") }
        let members = try await list(url, issuer)
        guard members["id"] == nil || members["id"] == .text(url) else {
            throw refuse("what lies at \(url) is another list")
        }
        try CredentialRules.checkDates(members, now, .status)
        guard let subject = members["credentialSubject"]?.object, subject["type"] == "BitstringStatusList" else {
            throw refuse("what lies at \(url) is no status list")
        }
        guard subject["statusPurpose"]?.elements.contains(.text(purpose)) == true else {
            throw refuse("the list is for another purpose than \(purpose)")
        }
        let bits = try bits(subject["encodedList"]?.text ?? "")
        guard bits.count >= Bitstring.minimum else { throw refuse("the list has fewer than \(Bitstring.minimum) bits") }
        guard index < bits.count else { throw refuse("the list has no bit \(index)") }
        guard !bits[index] else {
            throw refuse(purpose == "revocation" ? "the issuer revoked it" : "the issuer suspended it")
        }
        return
            "not \(purpose == "revocation" ? "revoked" : "suspended"), as told at \(members["validFrom"]?.text ?? "")"
    }

    private func bits(_ encoded: String) throws -> Bitstring {
        do {
            return try Bitstring(encoded: encoded)
        } catch let error as OpenBadgeError {
            throw refuse(error.detail)
        }
    }

    /// The list as a credential of the same issuer, its signature checked.
    private func list(_ url: String, _ issuer: String) async throws -> [String: JSON] {
        let bytes: [UInt8]
        switch await source.fetch(url, ["application/vc", "application/vc+jwt"]) {
        case .success(let found): bytes = found
        case .failure(let failure): throw VerificationFailure(.status, failure)
        }
        let form: CredentialForm
        do {
            form = try CredentialForm(bytes)
        } catch {
            throw refuse("what lies at \(url) is no credential")
        }
        switch form {
        case .document(let members):
            try contexts(members)
            let proof = try EmbeddedProofReader(members, .status)
            guard proof.issuer == issuer else { throw refuse("the list is by another issuer: \(proof.issuer)") }
            let key = try await keys.embedded(proof.verificationMethod, of: issuer, .status)
            try proof.check(key, LinkedDataReader(library: library), now, .status)
            return members
        case .token(let text):
            let token: SignedToken
            do {
                token = try SignedToken(text)
            } catch let failure as VerificationFailure {
                throw refuse(failure.detail)
            }
            try contexts(token.credential)
            guard CredentialRules.issuer(token.credential) == issuer, let keyID = token.header["kid"]?.text else {
                throw refuse("the list is by another issuer, or names no key")
            }
            try token.checkClaims(.status)
            let key = try await keys.token(keyID, of: issuer, .status)
            guard token.isSigned(by: key) else { throw refuse("the list's signature is not by the issuer's key") }
            return token.credential
        }
    }

    private func contexts(_ members: [String: JSON]) throws {
        do {
            try CredentialRules.checkContexts(members, needsBadge: false, library)
        } catch let failure as VerificationFailure {
            throw refuse("the list: \(failure.detail)")
        }
    }

    private func refuse(_ detail: String) -> VerificationFailure {
        VerificationFailure(.status, detail)
    }
}
