import Contracts
import ServiceRuntime

/// What became of a batch of invitations (ONB-24): of each worker, and of the batch.
struct BatchReport {
    let name: String
    let invitations: [Invitation]
    /// Who takes part in which offering, and since when.
    let enrolments: [EnrolmentPlace: Enrolment]
    let now: Timestamp

    private func status(_ invitation: Invitation) -> String {
        if let enrolment = enrolments[invitation.place(of: invitation.contractor)] {
            return enrolment.status == .open ? "enrolled" : "withdrawn"
        }
        if invitation.isWithdrawn { return "taken back" }
        if invitation.usedBy != nil { return "signed up" }
        return invitation.expiresAt < now ? "expired" : "invited"
    }

    var json: JSONValue {
        let results = invitations.map { ($0, status($0)) }
        let counts = Dictionary(grouping: results, by: \.1).mapValues(\.count).sorted { $0.key < $1.key }
        return .object([
            ("batch", .string(name)), ("invitations", .count(invitations.count)),
            ("results", .object(counts.map { ($0.key, .count($0.value)) })),
            (
                "workers",
                .array(
                    results.map { invitation, status in
                        .object([
                            ("contractor", .string(invitation.contractor.description)),
                            ("invitation", .string(invitation.id.description)), ("status", .string(status)),
                            ("invited_at", .time(invitation.invitedAt)), ("expires_at", .time(invitation.expiresAt)),
                        ])
                    })
            ),
        ])
    }

    /// The sign-up links of the batch, for whoever sends them.
    func links(key: [UInt8]) -> JSONValue {
        .object([
            ("batch", .string(name)),
            (
                "invitations",
                .array(
                    invitations.filter { !$0.isWithdrawn }.map { invitation in
                        .object([
                            ("invitation", .string(invitation.id.description)),
                            ("contractor", .string(invitation.contractor.description)),
                            ("source", .string(invitation.source)), ("record", .string(invitation.recordID)),
                            ("programme", .string(invitation.programme)),
                            ("offering", .string(invitation.offering)),
                            ("link", .string(SignUpLink.token(of: invitation.id, key: key))),
                            ("expires_at", .time(invitation.expiresAt)), ("is_used", .bool(invitation.usedBy != nil)),
                        ])
                    })
            ),
        ])
    }
}
