import Contracts
import Database

/// What a person asked to be done with a credential.
struct CredentialRequest: Hashable, Sendable {
    /// What is asked for.
    enum Kind: String, Hashable, Sendable {
        case revoke
        case suspend
        case lift
        case renew
        case signAgain = "sign-again"
    }

    /// The kind of the timer that carries it through the door; its key is the request's id.
    static let timer = "credential-request"

    /// Its id.
    let id: Identifier
    /// The credential.
    let credential: Identifier
    /// What is asked for.
    let kind: Kind
    /// The condition that a revocation cites.
    let condition: String?
    /// Why.
    let reason: String?
    /// Until when, for a suspension.
    let until: Timestamp?
    /// Who asked: an act against a person needs a named human (G12).
    let requestedBy: String
}

extension CredentialRequest {
    /// A request from a row of ``RequestStatements/load``; nil when a newer version wrote it.
    init?(row: Row) throws {
        guard let kind = Kind(rawValue: try row.text(2)) else { return nil }
        id = try row.identifier(0)
        credential = try row.identifier(1)
        self.kind = kind
        condition = try row.optionalText(3)
        reason = try row.optionalText(4)
        until = try row.optionalTimestamp(5)
        requestedBy = try row.text(6)
    }
}
