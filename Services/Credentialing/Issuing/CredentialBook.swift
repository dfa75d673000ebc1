import Contracts
import Database

/// The credentials that a batch touches, as they stand while it is decided.
struct CredentialBook {
    private(set) var credentials: [Identifier: Credential] = [:]
    private var kept: [Identifier: Credential] = [:]
    private(set) var withheld: [Identifier: Int64] = [:]
    private var newlyWithheld: [Identifier: OutcomeState] = [:]
    private(set) var erasures: [Identifier: Timestamp]
    /// The renewals; nil where none of the items touches any, and they were not asked for.
    var renewals: RenewalBook?

    /// A book of what is kept: credentials, the highest sequences of outcomes that earned nothing, and who was erased.
    init(
        credentials: [Credential] = [], withheld: [Identifier: Int64] = [:], erasures: [Identifier: Timestamp] = [:],
        renewals: [Renewal]? = nil
    ) {
        for credential in credentials { kept[credential.id] = credential }
        self.erasures = erasures
        self.credentials = kept
        self.withheld = withheld
        self.renewals = renewals.map { RenewalBook($0, credentials) }
    }

    /// A book of the answers to the loads.
    init(credentials: Rows, withheld: Rows, erasures: Rows, renewals: Rows?) throws {
        self.init(
            credentials: try credentials.map { try Credential(row: $0) },
            withheld: try Dictionary(
                withheld.map { (try $0.identifier(0), try $0.int64(1)) }, uniquingKeysWith: max),
            erasures: try Dictionary(
                erasures.map { (try $0.identifier(0), try $0.timestamp(1)) }, uniquingKeysWith: max),
            renewals: try renewals?.map { try Renewal(row: $0) })
    }

    /// Whether an outcome is one of a contractor who was erased since it was earned.
    func isErased(_ outcome: OutcomeState) -> Bool {
        guard let erasedAt = erasures[outcome.contractor] else { return false }
        guard outcome.passed, let awardedAt = outcome.awardedAt else { return true }
        return awardedAt <= erasedAt
    }

    /// Takes a contractor's credentials out of the book; what is left of each is that its outcome earns nothing.
    mutating func erase(_ contractor: Identifier, at moment: Timestamp) -> [Credential] {
        erasures[contractor] = moment
        for (outcome, state) in newlyWithheld where state.contractor == contractor {
            newlyWithheld[outcome] = Erasure.blank(outcome, sequence: state.sequence)
        }
        let erased = credentials.values.filter { $0.contractor == contractor }.sorted { $0.id < $1.id }
        for credential in erased {
            credentials[credential.id] = nil
            withhold(Erasure.blank(credential.outcome, sequence: .max))
        }
        renewals?.forget(erased.map(\.id), of: contractor)
        return erased
    }

    /// Whether an outcome that earned nothing is later than this one.
    func isOutdated(_ outcome: OutcomeState) -> Bool {
        withheld[outcome.outcome].map { $0 >= outcome.sequence } ?? false
    }

    /// Keeps in mind that an outcome earned nothing, so that an earlier one that arrives late earns nothing either.
    mutating func withhold(_ outcome: OutcomeState) {
        withheld[outcome.outcome] = outcome.sequence
        newlyWithheld[outcome.outcome] = outcome
    }

    /// Puts a credential into the book.
    mutating func put(_ credential: Credential) {
        credentials[credential.id] = credential
    }

    /// Credentials as they were loaded and as they are now, where the two differ, by id.
    var changes: [(before: Credential?, after: Credential)] {
        credentials.values.filter { kept[$0.id] != $0 }.sorted { $0.id < $1.id }.map { (kept[$0.id], $0) }
    }

    /// A credential as it was loaded.
    func loaded(_ id: Identifier) -> Credential? {
        kept[id]
    }

    /// What is to be written; `documents` are the newly signed ones.
    func writes(_ documents: [Identifier: [UInt8]]) -> [Call] {
        var calls: [Call] = []
        let changes = changes
        let new = changes.filter { $0.before == nil }.map { ($0.after, documents[$0.after.id]) }
        let changed = changes.filter { $0.before != nil }.map { ($0.after, documents[$0.after.id]) }
        if !new.isEmpty { calls.append(Call(CredentialStatements.insert, Credential.parameters(new))) }
        if !changed.isEmpty { calls.append(Call(CredentialStatements.update, Credential.parameters(changed))) }
        if !newlyWithheld.isEmpty {
            let outcomes = newlyWithheld.values.sorted { $0.outcome < $1.outcome }
            calls.append(
                Call(
                    CredentialStatements.withhold,
                    [
                        .uuids(outcomes.map(\.outcome)), .uuids(outcomes.map(\.contractor)),
                        .texts(outcomes.map(\.programme)), .texts(outcomes.map(\.offering)),
                        .int8s(outcomes.map(\.sequence)),
                    ]))
        }
        return calls + (renewals?.calls ?? [])
    }
}
