import Contracts
import Programmes

/// The terms of a credential, from its award and its renewals, whatever order they arrived in (CRD-05, CRD-06).
enum TermRule {
    /// The terms, the award's first.
    ///
    /// A renewal begins a term when it is later than the award. Passing twice while a renewal is open is one renewal, so
    /// where the term before was begun by a renewal, too, that one has to be open anew. A person's grant counts whenever
    /// it is given.
    static func terms(
        of credential: Credential, _ renewals: some Sequence<Renewal>, _ definition: CredentialDefinition
    ) -> [Term] {
        let award = credential.awardedAt
        var current = Term(
            renewal: nil, earnedAt: award, validFrom: award,
            validUntil: award.adding(months: definition.validityMonths), score: credential.score,
            openedAt: credential.renewalOpenedAt)
        var terms = [current]
        let inOrder = renewals.filter { !$0.isWithdrawn && $0.passedAt > award }
            .sorted { ($0.passedAt, $0.id) < ($1.passedAt, $1.id) }
        for renewal in inOrder where renewal.isGranted || isOpen(current, at: renewal.passedAt, definition) {
            let base =
                definition.renewal == .expiry && current.validUntil > renewal.passedAt
                ? current.validUntil : renewal.passedAt
            current = Term(
                renewal: renewal.id, earnedAt: renewal.passedAt, validFrom: renewal.passedAt,
                validUntil: base.adding(months: definition.validityMonths), score: renewal.score,
                openedAt: renewal.openedAt)
            terms.append(current)
        }
        return terms
    }

    /// From when a term can be renewed; nil where the programme has no such path.
    static func opening(of term: Term, _ definition: CredentialDefinition) -> Timestamp? {
        definition.renewalPath.map { term.validUntil.adding(seconds: -86_400 * Int64($0.opensDaysBefore)) }
    }

    private static func isOpen(_ term: Term, at moment: Timestamp, _ definition: CredentialDefinition) -> Bool {
        guard let path = definition.renewalPath, let opening = opening(of: term, definition) else { return false }
        // Two that are as far apart as a renewal is open were passed in different ones, wherever a correction of the
        // award has moved the opening since.
        return term.renewal == nil || moment >= opening
            || moment >= term.earnedAt.adding(seconds: 86_400 * Int64(path.opensDaysBefore))
    }
}

extension Credential {
    /// Takes the dates of the last of its terms.
    mutating func follow(_ terms: [Term]) {
        guard let last = terms.last else { return }
        validFrom = last.validFrom
        validUntil = last.validUntil
        renewedAt = last.renewal == nil ? nil : last.earnedAt
        renewals = Int64(terms.count - 1)
    }
}
