import Contracts
import Database
import LinkedData
import Messaging
import OpenBadges

/// What is written when a worker lets a system in, or the leave ends; each is in the audit trail.
enum AccessRules {
    /// The rule's name and version in the audit trail.
    static let rule = "credential-access/1"

    /// Carries a command out.
    static func decide(_ command: AccessCommand, _ item: Item, _ out: inout Decisions) {
        switch command.act {
        case .allow:
            guard let contractor = command.contractor, let hash = Base64URL.decode(command.codeHash) else {
                return out.park(item, reason: "a leave names a worker and a code")
            }
            out.write(
                Call(
                    AccessStatements.allow,
                    [
                        .bytea(hash), .uuid(command.family), .text(command.client), .uuid(contractor),
                        .text(command.redirectURI), .text(command.challenge), .texts(command.scopes),
                    ]))
        case .revoke:
            out.write(Call(AccessStatements.revoke, [.uuid(command.family)]))
        }
        let inputs: JSON = [
            "client": .text(command.client), "family": .text(command.family.description),
            "scopes": .list(command.scopes.map { .text($0) }),
        ]
        out.audit(
            AuditEntry(
                decision: command.act == .allow ? "credential-access.allowed" : "credential-access.revoked",
                contractor: command.contractor, rule: rule,
                inputs: String(decoding: inputs.canonical, as: UTF8.self),
                outcome: command.act == .allow ? "allowed by the worker" : command.reason),
            because: item)
    }
}
