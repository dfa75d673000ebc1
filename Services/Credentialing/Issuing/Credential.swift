import Contracts

/// A credential as it is kept: one a passed outcome, for ever under the same id.
struct Credential: Hashable, Sendable {
    /// Derived from the outcome, so that the same outcome can never earn two.
    let id: Identifier
    /// The assessment outcome that earned it (ASM-20).
    let outcome: Identifier
    /// The contractor whom the outcome names.
    var contractor: Identifier
    /// The contractor under whom it was last announced: who stands for the group of linked ones.
    var holder: Identifier
    /// The programme whose definition it follows.
    var programme: String
    /// The version of that programme.
    var programmeVersion: Int64
    /// The pathway that was passed.
    var pathway: String
    /// The offering in which it was passed.
    var offering: String
    /// What was achieved: the key that makes it a credential of its own.
    var achievement: String
    /// The score, in percent.
    var score: Decimal6
    /// Whether it stands.
    var status: CredentialStatus
    /// Since when it has that status: when it was decided, not when it happened.
    var statusSince: Timestamp
    /// Why it was revoked.
    var reason: String?
    /// The condition of its definition that the revocation cited; none where its outcome was corrected.
    var condition: String?
    /// The moment that earned it.
    var awardedAt: Timestamp
    /// From when it is valid.
    var validFrom: Timestamp
    /// Until when it is valid.
    var validUntil: Timestamp
    /// From when the last renewal counts.
    var renewedAt: Timestamp?
    /// How many renewals count.
    var renewals: Int64 = 0
    /// When it was announced that its first term can be renewed.
    var renewalOpenedAt: Timestamp?
    /// The attempt that counted, where Guildhall assessed itself (ASM-20).
    var attempt: String?
    /// The version of the rubric that scored it.
    var rubricVersion: String?
    /// The suspension that it is under.
    var suspension: Suspension?
    /// Where the document that was signed last says its status is told; none as long as it was signed the old way.
    var place: StatusPlace?
    /// The number of the last announcement.
    var sequence: Int64
    /// The highest sequence of the outcome that was seen.
    var outcomeSequence: Int64
    /// Hashed with the contractor's id where the document names its holder; fresh for each credential.
    let salt: [UInt8]

    /// The id of the credential that an outcome earns.
    static func id(of outcome: Identifier) -> Identifier {
        .derived("credential", outcome)
    }

    /// Whether a person revoked it under a condition of its definition, which nothing gives back.
    var isRevokedForCause: Bool { status == .revoked && condition != nil }

    /// How it is announced.
    var state: CredentialState {
        var state = CredentialState()
        state.credential = id
        state.contractor = holder
        state.programme = programme
        state.programmeVersion = programmeVersion
        state.pathway = pathway
        state.offering = offering
        state.achievement = achievement
        state.status = status
        state.awardedAt = awardedAt
        state.validFrom = validFrom
        state.validUntil = validUntil
        state.sequence = sequence
        state.suspendedUntil = suspension?.until
        state.renewals = renewals
        state.revokedAt = isRevokedForCause ? statusSince : nil
        return state
    }
}
