import Contracts
import Database
import Foundation

/// What a person asked to be done with a credential, or with what belongs to a contractor.
struct CredentialRequest: Hashable, Sendable {
    /// What is asked for.
    enum Kind: String, Hashable, Sendable {
        case revoke
        case suspend
        case lift
        case renew
        case signAgain = "sign-again"
        case share
        case unshare
        case releaseEvidence = "release-evidence"
        case withholdEvidence = "withhold-evidence"
        case list
        case unlist
        case link
        case withdrawLinks = "withdraw-links"
        case recognise
        case erase
    }

    /// The kind of the timer that carries it through the door; its key is the request's id.
    static let timer = "credential-request"

    /// Its id.
    let id: Identifier
    /// The credential; none where it is about all that belongs to a contractor.
    let credential: Identifier?
    /// What is asked for.
    let kind: Kind
    /// The condition that a revocation cites.
    let condition: String?
    /// Why; for a listing, the name under which the worker wants to be listed.
    let reason: String?
    /// Until when, for a suspension.
    let until: Timestamp?
    /// Who asked: an act against a person needs a named human (G12).
    let requestedBy: String
    /// The contractor; none where it is about one credential.
    var contractor: Identifier?
    /// The outside credential that is to be recognised.
    var outside: OutsideCredential?
}

extension CredentialRequest {
    /// Whether a person's name stands under it: neither nobody's, nor that of a part of the system (GOV-27).
    var isByNamedPerson: Bool {
        let name = requestedBy.trimmingCharacters(in: .whitespacesAndNewlines)
        return name.contains(where: \.isLetter) && !CredentialRequest.systems.contains(name.lowercased())
    }

    private static let systems = Set(["guildhall", "system", "the worker"] + ServiceName.allCases.map(\.rawValue))

    /// A request from a row of ``RequestStatements/load``; nil when a newer version wrote it.
    init?(row: Row) throws {
        guard let kind = Kind(rawValue: try row.text(2)) else { return nil }
        id = try row.identifier(0)
        credential = try row.optionalIdentifier(1)
        self.kind = kind
        condition = try row.optionalText(3)
        reason = try row.optionalText(4)
        until = try row.optionalTimestamp(5)
        requestedBy = try row.text(6)
        contractor = try row.optionalIdentifier(7)
        outside = try OutsideCredential(row: row)
    }
}
