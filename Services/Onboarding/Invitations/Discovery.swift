import Contracts

/// When a worker saw a pathway first, as last announced (ONB-25).
struct Discovery: Hashable, Sendable {
    let id: Identifier
    let contractor: Identifier
    let programme: String
    let pathway: String
    let seenAt: Timestamp

    /// A discovery of its parts.
    init(contractor: Identifier, programme: String, pathway: String, seenAt: Timestamp) {
        id = Identifier.derived("discovery", contractor, programme, pathway)
        self.contractor = contractor
        self.programme = programme
        self.pathway = pathway
        self.seenAt = seenAt
    }

    /// What the other services are told.
    var state: DiscoveryState {
        DiscoveryState(discovery: id, contractor: contractor, programme: programme, pathway: pathway, seenAt: seenAt)
    }
}
