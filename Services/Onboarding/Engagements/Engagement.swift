import Contracts

/// An engagement as its highest revision says, whatever the order in which the revisions came.
struct Engagement: Hashable, Sendable {
    let id: Identifier
    let contractor: Identifier
    let source: String
    let recordID: String
    var revision: Int64
    var status: EngagementStatus
    var role: String
    var eventTime: Timestamp
    var startsAt: Timestamp?
    var endsAt: Timestamp?
    var endReason: EndReason?
    var value: Money?

    /// The engagement as one revision of it says.
    init(id: Identifier, contractor: Identifier, source: String, recordID: String, _ state: EngagementState) {
        self.id = id
        self.contractor = contractor
        self.source = source
        self.recordID = recordID
        revision = state.revision
        status = state.status
        role = state.role
        eventTime = state.occurredAt
        startsAt = state.startsAt
        endsAt = state.endsAt
        endReason = state.endReason
        value = state.value
    }

    /// Takes in another revision; says whether it is the highest now.
    mutating func merge(_ other: Engagement) -> Bool {
        guard other.revision > revision else { return false }
        self = other
        return true
    }
}
