import Crypto
import LinkedData

/// Verifies Open Badges 3.0, whoever issued them: embedded proofs and tokens, alone or baked into an image.
public struct BadgeVerifier: Sendable {
    private let library: ContextLibrary
    private let source: CredentialSource
    private let now: Moment

    /// A verifier.
    ///
    /// - Parameters:
    ///   - library: the contexts that are known.
    ///   - source: where keys and status lists come from.
    ///   - now: the moment for which it is told.
    public init(library: ContextLibrary = KnownContexts.library, source: CredentialSource, now: Moment) {
        self.library = library
        self.source = source
        self.now = now
    }

    /// Verifies a file.
    public func verify(_ bytes: [UInt8]) async -> VerificationReport {
        var report = VerificationReport()
        do {
            switch try form(bytes) {
            case .document(let members): try await verify(document: members, &report)
            case .token(let text): try await verify(token: text, &report)
            }
        } catch let failure as VerificationFailure {
            report.checks.append(VerificationCheck(failure.check, failure.outcome, failure.detail))
        } catch {
            report.checks.append(VerificationCheck(.structure, .failed, "\(error)"))
        }
        return report
    }

    private func form(_ bytes: [UInt8]) throws -> CredentialForm {
        do {
            return try CredentialForm(bytes)
        } catch let error as OpenBadgeError {
            throw VerificationFailure(.form, error.detail)
        } catch let error as LinkedDataError {
            throw VerificationFailure(.form, error.detail)
        }
    }

    private func verify(document: [String: JSON], _ report: inout VerificationReport) async throws {
        report.credential = .object(document)
        report.pass(.form, "JSON with an embedded proof")
        try CredentialRules.checkContexts(document, needsBadge: true, library)
        report.pass(.context, "known contexts, every name plain")
        try CredentialRules.checkBadge(document)
        report.pass(.structure, "an Open Badge 3.0")
        let proof = try EmbeddedProofReader(document)
        let key = try await keys.embedded(proof.verificationMethod, of: proof.issuer, .key)
        report.pass(.key, "\(proof.verificationMethod) vouches for \(proof.issuer)")
        try proof.check(key, LinkedDataReader(library: library), now)
        report.pass(.signature, "\(proof.suite.rawValue), over everything that is said")
        try await finish(document, proof.issuer, &report)
    }

    private func verify(token text: String, _ report: inout VerificationReport) async throws {
        let token = try SignedToken(text)
        report.credential = .object(token.credential)
        report.pass(.form, "a token with ES256")
        try CredentialRules.checkContexts(token.credential, needsBadge: true, library)
        _ = try statements(token.credential)
        report.pass(.context, "known contexts, every name plain")
        try CredentialRules.checkBadge(token.credential)
        try token.checkClaims(.structure)
        report.pass(.structure, "an Open Badge 3.0")
        guard let issuer = CredentialRules.issuer(token.credential), let keyID = token.header["kid"]?.text else {
            throw VerificationFailure(.key, "the token names no key")
        }
        let key = try await keys.token(keyID, of: issuer, .key)
        report.pass(.key, "\(keyID) vouches for \(issuer)")
        guard token.isSigned(by: key) else { throw VerificationFailure(.signature, "the signature is not by that key") }
        report.pass(.signature, "ES256, over everything that is said")
        try await finish(token.credential, issuer, &report)
    }

    /// Dates and status, which are told of every form alike.
    private func finish(_ members: [String: JSON], _ issuer: String, _ report: inout VerificationReport) async throws {
        do {
            try CredentialRules.checkDates(members, now)
            report.pass(.dates, members["validUntil"]?.text.map { "valid until \($0)" } ?? "valid without an end")
        } catch let failure as VerificationFailure {
            report.checks.append(VerificationCheck(failure.check, failure.outcome, failure.detail))
        }
        if let entry = members["credentialStatus"]?.object {
            report.pass(.status, try await status.check(entry, issuer))
        } else {
            report.pass(.status, "the issuer keeps no status of it")
        }
        let endorsements = EndorsementCheck(keys: keys, library: library, status: status, now: now)
        report.endorsements = await endorsements.check(members)
    }

    /// Every word is explained by a context, so that none can be passed over.
    private func statements(_ members: [String: JSON]) throws -> Set<Quad> {
        do {
            return try LinkedDataReader(library: library).quads(of: .object(members))
        } catch let error as LinkedDataError {
            throw VerificationFailure(.context, error.detail)
        }
    }

    private var keys: IssuerKeys {
        IssuerKeys(source: source)
    }

    private var status: StatusCheck {
        StatusCheck(source: source, keys: keys, library: library, now: now)
    }
}

extension VerificationReport {
    /// Notes a check that passed.
    fileprivate mutating func pass(_ name: VerificationCheck.Name, _ detail: String) {
        checks.append(VerificationCheck(name, .passed, detail))
    }
}
