import Contracts
import LinkedData
import Messaging

/// What the audit trail keeps of a step in a credential's life (GOV-01).
enum CredentialAudit {
    /// The entry of a step.
    static func entry(_ step: CredentialStep, rule: String) -> AuditEntry {
        let credential = step.credential
        return AuditEntry(
            decision: "credential.\(step.kind.rawValue)", contractor: credential.contractor, rule: rule,
            programme: credential.programme, programmeVersion: credential.programmeVersion,
            inputs: inputs(credential), outcome: outcome(credential))
    }

    /// The entry of a request that was carried out, or declined (G12: who asked, and why).
    static func entry(_ request: CredentialRequest, _ credential: Credential, declined: String?) -> AuditEntry {
        var members: [String: JSON] = [
            "credential": .text(credential.id.description), "request": .text(request.id.description),
            "requestedBy": .text(request.requestedBy), "sequence": .text(String(credential.sequence)),
        ]
        if let condition = request.condition { members["condition"] = .text(condition) }
        if request.kind == .list {
            // The name is the worker's to take back; the trail keeps which text was agreed to.
            members["consentText"] = .text(ShareChange.consentText)
        } else if let reason = request.reason {
            members["reason"] = .text(reason)
        }
        if let until = request.until { members["until"] = .text(UTCText.seconds(until)) }
        return AuditEntry(
            decision: "credential-request.\(declined == nil ? "granted" : "declined")",
            contractor: credential.contractor, rule: RequestRules.rule, programme: credential.programme,
            programmeVersion: credential.programmeVersion,
            inputs: String(decoding: JSON.object(members).canonical, as: UTF8.self),
            outcome: "\(request.kind.rawValue)\(declined.map { ": \($0)" } ?? "")")
    }

    /// The entry of a request about all that belongs to a contractor.
    static func entry(_ request: CredentialRequest, about contractor: Identifier, declined: String?) -> AuditEntry {
        var members: [String: JSON] = [
            "request": .text(request.id.description), "requestedBy": .text(request.requestedBy),
        ]
        if let reason = request.reason { members["reason"] = .text(reason) }
        if let outside = request.outside {
            members["issuer"] = .text(outside.issuer)
            members["competency"] = .text("\(outside.programme)/\(outside.pathway)")
            members["sha256"] = .text(outside.digest)
            members["verdict"] = .text(outside.verdict)
            members["acceptedUnknown"] = .text(outside.acceptedUnknown)
        }
        return AuditEntry(
            decision: "credential-request.\(declined == nil ? "granted" : "declined")", contractor: contractor,
            rule: RequestRules.rule, programme: request.outside?.programme,
            inputs: String(decoding: JSON.object(members).canonical, as: UTF8.self),
            outcome: "\(request.kind.rawValue)\(declined.map { ": \($0)" } ?? "")")
    }

    /// The entry of a renewal that extends nothing.
    static func entry(_ renewal: Renewal, setAside credential: Credential) -> AuditEntry {
        let inputs: JSON = [
            "credential": .text(credential.id.description), "renewal": .text(renewal.id.description),
            "passedAt": .text(UTCText.seconds(renewal.passedAt)),
            "awardedAt": .text(UTCText.seconds(credential.awardedAt)),
            "validUntil": .text(UTCText.seconds(credential.validUntil)),
        ]
        return AuditEntry(
            decision: "credential-renewal.set-aside", contractor: credential.contractor, rule: Renewing.rule,
            programme: credential.programme, programmeVersion: credential.programmeVersion,
            inputs: String(decoding: inputs.canonical, as: UTF8.self),
            outcome: credential.isRevokedForCause
                ? "the credential is revoked" : "it was passed while the term could not be renewed")
    }

    private static func outcome(_ credential: Credential) -> String {
        let because = credential.reason.map { ": \($0)" } ?? ""
        return "\(credential.status.rawValue)\(because)"
    }

    private static func inputs(_ credential: Credential) -> String {
        var inputs: [String: JSON] = [
            "credential": .text(credential.id.description),
            "outcome": .text(credential.outcome.description),
            "outcomeSequence": .text(String(credential.outcomeSequence)),
            "offering": .text(credential.offering),
            "score": .text(credential.score.text),
            "awardedAt": .text(UTCText.seconds(credential.awardedAt)),
            "validUntil": .text(UTCText.seconds(credential.validUntil)),
        ]
        if credential.renewals > 0 { inputs["renewals"] = .text(String(credential.renewals)) }
        if let suspension = credential.suspension {
            inputs["suspendedUntil"] = .text(UTCText.seconds(suspension.until))
        }
        return String(decoding: JSON.object(inputs).canonical, as: UTF8.self)
    }
}
