import Contracts

/// A contractor for whom somebody else stands from now on, or who stands for themselves again.
struct LinkChange: Equatable, Sendable {
    /// What a link rests on.
    enum Basis: String, Sendable {
        case personID = "person-id"
        case `operator`
    }

    let alias: Identifier
    let canonical: Identifier
    let sequence: Int64
    let basis: Basis

    /// Whether they stand for themselves again.
    var isUndone: Bool { alias == canonical }

    /// What consumers are told.
    var payload: ContractorLink {
        ContractorLink(contractor: alias, canonical: canonical, sequence: sequence)
    }
}
