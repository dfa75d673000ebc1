import Contracts
import Messaging

/// The terms of credentials that a batch touches.
struct TermBook: Sendable {
    private(set) var terms: [CredentialTerm.Key: CredentialTerm] = [:]
    private var changed: Set<CredentialTerm.Key> = []

    init(_ known: [CredentialTerm] = []) {
        for term in known { terms[term.key] = term }
    }

    /// Takes in an announcement; says whether it is news.
    mutating func take(_ state: CredentialState) -> Bool {
        let fresh = CredentialTerm(state)
        var term = terms[fresh.key] ?? fresh
        guard terms[fresh.key] == nil || term.merge(state) else { return false }
        terms[term.key] = term
        changed.insert(term.key)
        return true
    }

    /// The offerings of which some contractors hold credentials.
    func courses(of contractors: Set<Identifier>) -> [Course] {
        terms.values.map(\.course).filter { contractors.contains($0.contractor) }
    }

    /// The terms of some contractors in an offering that were not taken back, the earliest end first.
    func terms(of members: [Identifier], programme: String, offering: String) -> [CredentialTerm] {
        terms.values
            .filter {
                $0.state.status != .revoked && $0.state.programme == programme && $0.state.offering == offering
                    && members.contains($0.state.contractor)
            }
            .sorted { ($0.state.validUntil, $0.key) < ($1.state.validUntil, $1.key) }
    }

    /// Writes what changed.
    func finish(_ context: DecisionContext, _ out: inout Decisions) {
        if changed.isEmpty { return }
        out.write(TermStatements.upsert(changed.sorted().compactMap { terms[$0]?.state }, at: context.now))
    }
}
