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
    ///   - renewals: the renewals that are known of it.
    ///   - now: the database's clock.
    /// - Returns: the credential afterwards, with what is to be announced.
    static func apply(
        _ request: CredentialRequest, to credential: Credential, _ definition: CredentialDefinition,
        _ renewals: [Renewal] = [], now: Timestamp
    ) -> Result<Issuing.Answer, Declined> {
        switch request.kind {
        case .revoke: revoke(credential, request, definition, now)
        case .suspend: suspend(credential, request, now)
        case .lift: lift(credential, now)
        case .renew: renew(credential, request, definition, renewals, now)
        case .signAgain: .success(Issuing.Answer(credential: credential, steps: []))
        case .share, .unshare, .releaseEvidence, .withholdEvidence, .list, .unlist, .link, .withdrawLinks, .recognise,
            .erase:
            .failure(Declined(reason: "\(request.kind.rawValue) is not asked of a credential"))
        }
    }

    private static func revoke(
        _ credential: Credential, _ request: CredentialRequest, _ definition: CredentialDefinition, _ now: Timestamp
    ) -> Result<Issuing.Answer, Declined> {
        guard request.isByNamedPerson else { return .failure(unnamed) }
        guard !credential.isRevokedForCause else {
            return .failure(Declined(reason: "the credential is revoked already"))
        }
        guard let condition = definition.revocation.first(where: { $0.id == request.condition }) else {
            let known = definition.revocation.map(\.id).joined(separator: ", ")
            return .failure(
                Declined(
                    reason: "a revocation cites a condition of the credential's definition: "
                        + (known.isEmpty ? "it has none" : "one of \(known)")))
        }
        guard let reason = request.statedReason else {
            return .failure(Declined(reason: "a revocation has a reason"))
        }
        var revoked = credential
        // It is final, so that no suspension is left to end.
        revoked.suspension = nil
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
        guard request.isByNamedPerson else { return .failure(unnamed) }
        // One that does not count at present may come back, by a corrected outcome or a renewal; it is suspended then.
        guard !credential.isRevokedForCause else {
            return .failure(Declined(reason: "a revoked credential cannot be suspended"))
        }
        guard let until = request.until, until > now, until <= now.adding(months: longestSuspensionMonths) else {
            return .failure(
                Declined(reason: "a suspension ends in the future, within \(longestSuspensionMonths) months"))
        }
        guard let reason = request.statedReason else {
            return .failure(Declined(reason: "a suspension has a reason"))
        }
        var suspended = credential
        suspended.suspension = Suspension(since: now, until: until, reason: reason)
        suspended.sequence += 1
        return .success(
            Issuing.Answer(credential: suspended, steps: [CredentialStep(kind: .suspended, credential: suspended)]))
    }

    private static func lift(_ credential: Credential, _ now: Timestamp) -> Result<Issuing.Answer, Declined> {
        guard let suspension = credential.suspension, suspension.until > now else {
            return .failure(Declined(reason: "the credential is not suspended"))
        }
        return .success(SuspensionEnd.restore(credential))
    }

    private static func renew(
        _ credential: Credential, _ request: CredentialRequest, _ definition: CredentialDefinition,
        _ renewals: [Renewal], _ now: Timestamp
    ) -> Result<Issuing.Answer, Declined> {
        guard credential.status != .revoked else {
            return .failure(Declined(reason: "a revoked credential cannot be renewed"))
        }
        let granted = Renewal(granted: request, credential, now: now)
        var answer = Renewing.apply(
            TermRule.terms(of: credential, renewals + [granted], definition), to: credential, now: now)
        answer.granted = granted
        return .success(answer)
    }

    private static let unnamed = Declined(
        reason: "a person's name stands under whatever restricts a worker; nothing of the kind is done automatically")
}

extension CredentialRequest {
    /// The reason, where there is more of it than blanks.
    fileprivate var statedReason: String? {
        reason.flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
    }
}
