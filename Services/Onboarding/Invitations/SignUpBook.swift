import Contracts
import Database
import Messaging

/// The sign-ups that a batch brings: each follows a link, once, and stands for three consents (ONB-07, ONB-08, ONB-09).
struct SignUpBook: Sendable {
    private(set) var invitations: [Identifier: Invitation] = [:]
    private var used: Set<Identifier> = []

    init(_ known: [Invitation] = []) {
        for invitation in known { invitations[invitation.link] = invitation }
    }

    /// Why a sign-up cannot be; nil when it can.
    func refusal(_ record: SignUpRecorded, _ fact: Identifier, contractor: Identifier, _ roster: Roster) -> Refusal? {
        guard let invitation = invitations[SignUpLink.id(of: record.link)] else {
            return Refusal(
                code: "link-unknown", path: "data.link",
                message: "No invitation has this link; open the link as it was sent, or ask for a new invitation.")
        }
        if roster.canonical(of: invitation.contractor) != roster.canonical(of: contractor) {
            return Refusal(
                code: "link-of-another", path: "data.link",
                message: "This link was sent to another worker; open the one that was sent to this worker.")
        }
        if invitation.isWithdrawn {
            return Refusal(
                code: "link-withdrawn", path: "data.link",
                message: "The invitation was taken back; ask for a new one.")
        }
        if let user = invitation.usedBy, user != fact {
            return Refusal(
                code: "link-used", path: "data.link",
                message: "This link was used already and works once; the enrolment stands.")
        }
        if record.eventTime > invitation.expiresAt {
            return Refusal(
                code: "link-expired", path: "data.link",
                message: "This link held until \(invitation.expiresAt); ask for a new invitation.")
        }
        if !record.independentStatus {
            return Refusal(
                code: "independent-status-unconfirmed", path: "data.independentStatus",
                message: "Nobody is enrolled who has not confirmed to be an independent contractor; confirm it, or do "
                    + "not sign up.")
        }
        return nil
    }

    /// Notes that a link was used.
    mutating func use(_ link: String, by fact: Identifier) {
        let id = SignUpLink.id(of: link)
        invitations[id]?.usedBy = fact
        used.insert(id)
    }

    /// The invitation of a link.
    func invitation(of link: String) -> Invitation? {
        invitations[SignUpLink.id(of: link)]
    }

    /// The consents that a sign-up stands for.
    static func consents(
        _ record: SignUpRecorded, _ fact: RecordedFact, contractor: Identifier, _ invitation: Invitation
    ) -> [ConsentFact] {
        func consent(_ purpose: String, _ textVersion: String) -> ConsentFact {
            ConsentFact(
                key: RecordKey(
                    record: Identifier.derived("sign-up-consent", fact.key.record, purpose),
                    revision: record.revision), contractor: contractor, source: fact.source, recordID: record.id,
                decision: .given, purpose: purpose, textVersion: textVersion, basis: .worker, channel: record.channel,
                language: record.language, programme: invitation.programme, pathway: invitation.pathway,
                offering: invitation.offering, engagement: nil, eventTime: record.eventTime,
                fingerprint: fact.content.fingerprint)
        }
        return [
            consent(ConsentFact.participation, record.optInText), consent(ConsentFact.terms, record.termsText),
            consent(ConsentFact.independentStatus, record.independentStatusText),
        ]
    }

    /// Writes which links were used.
    func finish(_ out: inout Decisions) {
        let rows = used.sorted().compactMap { invitations[$0] }
        if !rows.isEmpty { out.write(InvitationStatements.use(rows)) }
    }
}
