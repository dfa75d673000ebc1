import Contracts
import OpenBadges

/// Whether a credential is genuine and counts at a moment (CRD-02, CRD-29).
enum VerifyRule {
    /// The rule's name and version in answers and in the audit trail.
    static let rule = "credential-verify/1"

    /// The answer about a credential; one that nobody knows is unknown, which is no verdict on a forgery.
    static func answer(
        _ found: (credential: HeldCredential, document: [UInt8])?, keys: [String: [UInt8]], now: Timestamp
    ) -> CredentialQueryAnswered {
        guard let (credential, document) = found else {
            var answer = CredentialQueryAnswered(
                .verify, .unknown, reason: "No credential of this id was issued here.", rule: rule, decidedAt: now)
            answer.checks = [CredentialCheck("record", .unknown, "no credential of this id is on record")]
            return answer
        }
        let signature = EmbeddedSignature.check(
            document, keys: keys, now: Moment(seconds: now.microseconds / 1_000_000))
        var checks = [
            CredentialCheck("record", .passed, "issued here"),
            CredentialCheck("signature", outcome(signature.outcome), String(signature.detail.prefix(1000))),
        ]
        checks += standings(credential, now)
        let standing = credential.standing(at: now)
        let isGood = checks.allSatisfy { $0.outcome == .passed }
        var answer = CredentialQueryAnswered(
            .verify, isGood ? .yes : .no, reason: reason(credential, standing, signature), rule: rule, decidedAt: now)
        answer.programme = credential.programme
        answer.programmeVersion = credential.programmeVersion
        answer.status = standing.rawValue
        answer.since = since(credential, standing)
        answer.checks = checks
        answer.credentials = [credential.ground]
        return answer
    }

    private static func standings(_ credential: HeldCredential, _ now: Timestamp) -> [CredentialCheck] {
        let isInTime = credential.validFrom <= now && now < credential.validUntil
        let from = UTCText.seconds(credential.validFrom)
        let until = UTCText.seconds(credential.validUntil)
        let isSuspended = credential.isSuspended(at: now)
        return [
            CredentialCheck("dates", isInTime ? .passed : .failed, "valid from \(from) until \(until)"),
            CredentialCheck(
                "revocation", credential.revokedSince == nil ? .passed : .failed,
                credential.revokedSince == nil ? "not revoked" : String((credential.reason ?? "revoked").prefix(1000))),
            CredentialCheck(
                "suspension", isSuspended ? .failed : .passed,
                isSuspended ? String((credential.suspension?.reason ?? "").prefix(1000)) : "not suspended"),
        ]
    }

    private static func reason(
        _ credential: HeldCredential, _ standing: HeldCredential.Standing, _ signature: VerificationCheck
    ) -> String {
        if signature.outcome != .passed { return "Its signature does not hold: \(signature.detail.prefix(900))." }
        return switch standing {
        case .valid: "It was issued here and counts."
        case .pending: "It counts from \(UTCText.seconds(credential.validFrom)) on only."
        case .lapsed: "It lapsed on \(UTCText.seconds(credential.validUntil))."
        case .suspended: "It is suspended: \((credential.suspension?.reason ?? "").prefix(900))"
        case .revoked: "It was revoked: \((credential.reason ?? "").prefix(900))"
        }
    }

    private static func since(_ credential: HeldCredential, _ standing: HeldCredential.Standing) -> Timestamp {
        switch standing {
        case .valid, .pending: credential.validFrom
        case .lapsed: credential.validUntil
        case .suspended: credential.suspension?.since ?? credential.validFrom
        case .revoked: credential.revokedSince ?? credential.validFrom
        }
    }

    private static func outcome(_ outcome: VerificationCheck.Outcome) -> CredentialCheckOutcome {
        switch outcome {
        case .passed: .passed
        case .failed: .failed
        case .unknown: .unknown
        }
    }
}
