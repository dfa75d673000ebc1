import Contracts
import Database

/// The renewals of the credentials that a batch touches, and the terms that follow from them.
struct RenewalBook {
    private var kept: [Identifier: Renewal] = [:]
    private var renewals: [Identifier: Renewal] = [:]
    private var byCredential: [Identifier: Set<Identifier>] = [:]
    private var terms: [Identifier: [Term]] = [:]

    /// A book of what is kept.
    ///
    /// - Parameters:
    ///   - renewals: the renewals.
    ///   - credentials: the credentials; a renewal that stands on one of them alone is taken up.
    init(_ renewals: [Renewal] = [], _ credentials: some Sequence<Credential> = []) {
        for renewal in renewals {
            put(renewal)
            kept[renewal.id] = renewal
        }
        for credential in credentials {
            guard let moment = credential.renewedAt,
                !self.renewals(of: credential.id).contains(where: { $0.passedAt == moment })
            else { continue }
            put(Renewal(keptOn: credential, at: moment))
        }
    }

    /// The renewals of a credential.
    func renewals(of credential: Identifier) -> [Renewal] {
        (byCredential[credential] ?? []).compactMap { renewals[$0] }
    }

    /// The renewal of an id.
    func renewal(_ id: Identifier) -> Renewal? { renewals[id] }

    /// Puts a renewal into the book.
    mutating func put(_ renewal: Renewal) {
        renewals[renewal.id] = renewal
        byCredential[renewal.credential, default: []].insert(renewal.id)
    }

    /// Takes what assessment says of a renewal; returns false when that is known, or something later.
    mutating func take(_ state: RenewalState) -> Bool {
        var renewal = Renewal(state)
        if let known = renewals[state.renewal] {
            guard state.sequence > known.sequence, known.credential == state.credential else { return false }
            renewal.openedAt = known.openedAt
        }
        put(renewal)
        return true
    }

    /// Keeps in mind that it was announced that the term which a renewal began can be renewed.
    mutating func open(_ id: Identifier, at moment: Timestamp) {
        renewals[id]?.openedAt = moment
    }

    /// Keeps the history of a credential.
    mutating func keep(_ history: [Term], of credential: Identifier) {
        terms[credential] = history
    }

    /// Forgets credentials and a contractor; what is kept of them goes with the other traces.
    mutating func forget(_ credentials: some Sequence<Identifier>, of contractor: Identifier) {
        let gone = Set(credentials)
        for renewal in renewals.values where gone.contains(renewal.credential) || renewal.contractor == contractor {
            renewals[renewal.id] = nil
            kept[renewal.id] = nil
            byCredential[renewal.credential]?.remove(renewal.id)
        }
        for credential in gone { terms[credential] = nil }
    }

    /// What is to be written.
    var calls: [Call] {
        var calls: [Call] = []
        let changed = renewals.values.filter { kept[$0.id] != $0 }.sorted { $0.id < $1.id }
        if !changed.isEmpty { calls.append(Call(RenewalStatements.put, Renewal.parameters(changed))) }
        guard !terms.isEmpty else { return calls }
        let histories = terms.sorted { $0.key < $1.key }
        calls.append(Call(RenewalStatements.clearTerms, [.uuids(histories.map(\.key))]))
        // A credential that was never renewed needs no history beside itself.
        let rows = histories.filter { $0.value.count > 1 }.flatMap { credential, history in
            history.enumerated().map { (credential: credential, number: Int64($0.offset), term: $0.element) }
        }
        guard !rows.isEmpty else { return calls }
        calls.append(
            Call(
                RenewalStatements.putTerms,
                [
                    .uuids(rows.map(\.credential)), .int8s(rows.map(\.number)), .uuids(rows.map(\.term.renewal)),
                    .timestamps(rows.map(\.term.earnedAt)), .timestamps(rows.map(\.term.validFrom)),
                    .timestamps(rows.map(\.term.validUntil)), .decimal6s(rows.map(\.term.score)),
                ]))
        return calls
    }
}
