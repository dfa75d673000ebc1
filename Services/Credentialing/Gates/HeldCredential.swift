import Contracts
import Database

/// A credential as a question about it needs it.
struct HeldCredential: Hashable, Sendable {
    /// Whether it counts at a moment.
    enum Standing: String {
        case valid
        case pending
        case lapsed
        case suspended
        case revoked
    }

    let id: Identifier
    let programme: String
    let programmeVersion: Int64
    let pathway: String
    let achievement: String
    /// Whether it was revoked, and since when.
    var revokedSince: Timestamp?
    var reason: String?
    var validFrom: Timestamp
    var validUntil: Timestamp
    var suspension: Suspension?

    /// Whether it counts at a moment; one whose timer is about to fire has lapsed already.
    func standing(at now: Timestamp) -> Standing {
        if revokedSince != nil { return .revoked }
        if validUntil <= now { return .lapsed }
        if isSuspended(at: now) { return .suspended }
        return validFrom <= now ? .valid : .pending
    }

    func isSuspended(at now: Timestamp) -> Bool {
        suspension.map { $0.until > now } ?? false
    }

    /// It, as an answer names what it rests on.
    var ground: CredentialGround {
        CredentialGround(
            credential: id, programme: programme, programmeVersion: programmeVersion, pathway: pathway,
            achievement: achievement, validUntil: validUntil)
    }
}

extension HeldCredential {
    /// A credential from a row, its columns from a position on in the order of ``QuestionStatements``.
    init(row: Row, from column: Int) throws {
        id = try row.identifier(column)
        programme = try row.text(column + 1)
        programmeVersion = try row.int64(column + 2)
        pathway = try row.text(column + 3)
        achievement = try row.text(column + 4)
        let isRevoked = try row.text(column + 5) == CredentialStatus.revoked.rawValue
        revokedSince = isRevoked ? try row.timestamp(column + 6) : nil
        reason = try row.optionalText(column + 7)
        validFrom = try row.timestamp(column + 8)
        validUntil = try row.timestamp(column + 9)
        suspension = nil
        if let since = try row.optionalTimestamp(column + 10), let until = try row.optionalTimestamp(column + 11) {
            suspension = Suspension(since: since, until: until, reason: try row.optionalText(column + 12) ?? "")
        }
    }
}
