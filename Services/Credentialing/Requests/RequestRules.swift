import Contracts
import Programmes

/// What becomes of a credential when a person asks for it (CRD-05 to CRD-08).
enum RequestRules {
    /// The rule's name and version in the audit trail.
    static let rule = "credential-request/1"
    /// The longest suspension.
    static let longestSuspensionMonths = 12

    /// Why nothing was done.
    struct Declined: Error, Hashable {
        /// One sentence.
        let reason: String
    }

    /// Carries a request out.
    ///
    /// - Parameters:
    ///   - request: what is asked for.
    ///   - credential: the credential as it stands.
    ///   - definition: what its programme says about it.
    ///   - now: the database's clock.
    /// - Returns: the credential afterwards, with what is to be announced.
    static func apply(
        _ request: CredentialRequest, to credential: Credential, _ definition: CredentialDefinition, now: Timestamp
    ) -> Result<Issuing.Answer, Declined> {
        switch request.kind {
        case .revoke: revoke(credential, request, definition, now)
        case .suspend: suspend(credential, request, now)
        case .lift: lift(credential, now)
        case .renew: renew(credential, definition, now)
        case .signAgain: .success(Issuing.Answer(credential: credential, steps: []))
        case .share, .unshare, .releaseEvidence, .withholdEvidence, .list, .unlist, .link, .withdrawLinks, .recognise,
            .erase:
            .failure(Declined(reason: "\(request.kind.rawValue) is not asked of a credential"))
        }
    }

    private static func revoke(
        _ credential: Credential, _ request: CredentialRequest, _ definition: CredentialDefinition, _ now: Timestamp
    ) -> Result<Issuing.Answer, Declined> {
        guard credential.status != .revoked else {
            return .failure(Declined(reason: "the credential is revoked already"))
        }
        guard let condition = definition.revocation.first(where: { $0.id == request.condition }) else {
            let known = definition.revocation.map(\.id).joined(separator: ", ")
            return .failure(
                Declined(
                    reason: "a revocation cites a condition of the credential's definition: "
                        + (known.isEmpty ? "it has none" : "one of \(known)")))
        }
        guard let reason = request.reason, !reason.isEmpty else {
            return .failure(Declined(reason: "a revocation has a reason"))
        }
        var revoked = credential
        revoked.status = .revoked
        revoked.statusSince = now
        revoked.condition = condition.id
        revoked.reason = "\(condition.text) \(reason)"
        revoked.sequence += 1
        return .success(
            Issuing.Answer(credential: revoked, steps: [CredentialStep(kind: .revoked, credential: revoked)]))
    }

    private static func suspend(
        _ credential: Credential, _ request: CredentialRequest, _ now: Timestamp
    ) -> Result<Issuing.Answer, Declined> {
        guard credential.status == .valid else {
            return .failure(
                Declined(
                    reason: "only a valid credential can be suspended; this one is \(credential.status.rawValue)"))
        }
        guard let until = request.until, until > now, until <= now.adding(months: longestSuspensionMonths) else {
            return .failure(
                Declined(reason: "a suspension ends in the future, within \(longestSuspensionMonths) months"))
        }
        guard let reason = request.reason, !reason.isEmpty else {
            return .failure(Declined(reason: "a suspension has a reason"))
        }
        var suspended = credential
        suspended.suspension = Suspension(since: now, until: until, reason: reason)
        return .success(Issuing.Answer(credential: suspended, steps: []))
    }

    private static func lift(_ credential: Credential, _ now: Timestamp) -> Result<Issuing.Answer, Declined> {
        guard let suspension = credential.suspension, suspension.until > now else {
            return .failure(Declined(reason: "the credential is not suspended"))
        }
        var lifted = credential
        lifted.suspension = nil
        return .success(Issuing.Answer(credential: lifted, steps: []))
    }

    private static func renew(
        _ credential: Credential, _ definition: CredentialDefinition, _ now: Timestamp
    ) -> Result<Issuing.Answer, Declined> {
        guard credential.status != .revoked else {
            return .failure(Declined(reason: "a revoked credential cannot be renewed"))
        }
        var renewed = credential
        let base = definition.renewal == .expiry && credential.validUntil > now ? credential.validUntil : now
        renewed.renewedAt = now
        renewed.validFrom = now
        renewed.validUntil = base.adding(months: definition.validityMonths)
        renewed.status = .valid
        if credential.status != .valid { renewed.statusSince = now }
        renewed.sequence += 1
        return .success(
            Issuing.Answer(credential: renewed, steps: [CredentialStep(kind: .corrected, credential: renewed)]))
    }
}
