import Contracts
import Messaging

/// What the audit trail keeps of a step in a credential's life (GOV-01).
enum CredentialAudit {
    /// The entry of a step.
    static func entry(_ step: CredentialStep, rule: String) -> AuditEntry {
        let credential = step.credential
        let inputs: JSON = [
            "credential": .text(credential.id.description),
            "outcome": .text(credential.outcome.description),
            "outcomeSequence": .text(String(credential.outcomeSequence)),
            "offering": .text(credential.offering),
            "score": .text(credential.score.text),
            "awardedAt": .text(UTCText.seconds(credential.awardedAt)),
            "validUntil": .text(UTCText.seconds(credential.validUntil)),
        ]
        let because = credential.reason.map { ": \($0)" } ?? ""
        return AuditEntry(
            decision: "credential.\(step.kind.rawValue)", contractor: credential.contractor, rule: rule,
            programme: credential.programme, programmeVersion: credential.programmeVersion,
            inputs: String(decoding: inputs.canonical, as: UTF8.self),
            outcome: "\(credential.status.rawValue)\(because)")
    }
}
