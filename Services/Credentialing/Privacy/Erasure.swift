import Contracts
import Database

/// What goes with a contractor who is erased (GOV-04).
///
/// An erased credential never comes back, and nothing earned until then is issued, in whatever order messages arrive or
/// are repeated; what the same worker earns afterwards is a credential like any other.
struct Erasure {
    /// Whose traces go.
    let contractor: Identifier
    /// The request that stays as the record of it.
    let request: Identifier
    /// The credentials as they stood.
    let credentials: [Credential]

    /// An outcome that earns nothing and names nobody.
    static func blank(_ outcome: Identifier, sequence: Int64) -> OutcomeState {
        var blank = OutcomeState()
        blank.outcome = outcome
        blank.contractor = Identifier(high: 0, low: 0)
        blank.sequence = sequence
        return blank
    }

    /// The end of a credential that counted, as it is announced; nil where it was revoked before.
    static func revocation(of credential: Credential, at moment: Timestamp) -> CredentialStep? {
        guard credential.status != .revoked else { return nil }
        var revoked = credential
        revoked.status = .revoked
        revoked.statusSince = moment
        revoked.sequence += 1
        return CredentialStep(kind: .revoked, credential: revoked)
    }

    /// The bits of the documents that count no more, wherever a copy of them is.
    var places: [StatusPlace] {
        credentials.compactMap(\.place)
    }

    /// What is removed, and the stones that are left.
    func calls(now: Timestamp) -> [Call] {
        let ids = credentials.map(\.id)
        return [
            Call(ErasureStatements.record, [.uuid(contractor), .timestamptz(now)]),
            Call(ErasureStatements.bury, [.uuids(ids), .timestamptz(now)]),
            Call(ErasureStatements.removeShares, [.uuids(ids)]),
            Call(ErasureStatements.removeRequests, [.uuids(ids), .uuid(contractor), .uuid(request)]),
            Call(ErasureStatements.removeCredentials, [.uuids(ids)]),
            Call(ErasureStatements.removeRenewals, [.uuids(ids), .uuid(contractor)]),
            Call(ErasureStatements.removeTerms, [.uuids(ids)]),
            Call(ErasureStatements.removeOutside, [.uuid(contractor)]),
            Call(ErasureStatements.removeTokens, [.uuid(contractor)]),
            Call(ErasureStatements.removeCodes, [.uuid(contractor)]),
            Call(ErasureStatements.removeKeptMessages, [.text(contractor.description)]),
            Call(ErasureStatements.blankWithheld, [.uuid(contractor)]),
            Call(LinkStatements.withdraw, [.uuids([contractor])]),
        ]
    }
}
