import Contracts

/// An invitation with what it showed, as last announced (ONB-13, ONB-24).
struct Invitation: Hashable, Sendable {
    let id: Identifier
    let contractor: Identifier
    let source: String
    let recordID: String
    var programme: String
    /// The newest version when it was issued, and kept from then on.
    var programmeVersion: Int64
    var pathway: String
    var offering: String
    var batch: String?
    var expectedHours: Decimal6
    /// The version of the reward statement that it shows.
    var statement: String
    /// The variant of each experiment that it follows.
    var variants: [String: String]
    var language: String
    var invitedAt: Timestamp
    var expiresAt: Timestamp
    var isWithdrawn: Bool
    /// What its link's token is known by.
    let link: Identifier
    /// The sign-up that used the link.
    var usedBy: Identifier?
    var sequence: Int64 = 0

    /// The place that the link leads to, of the contractor who signs up.
    func place(of contractor: Identifier) -> EnrolmentPlace {
        EnrolmentPlace(contractor: contractor, programme: programme, offering: offering)
    }

    /// What the other services are told.
    var state: InvitationState {
        InvitationState(
            invitation: id, contractor: contractor, programme: programme, programmeVersion: programmeVersion,
            pathway: pathway, offering: offering, batch: batch, expectedHours: expectedHours, statement: statement,
            variants: variants, language: language, invitedAt: invitedAt, expiresAt: expiresAt,
            isWithdrawn: isWithdrawn, sequence: sequence)
    }
}
