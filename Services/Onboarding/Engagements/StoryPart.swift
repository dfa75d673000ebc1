import Contracts

/// A revision of an engagement, as a case is judged by it.
struct StoryPart: Hashable, Sendable {
    let engagement: Identifier
    let revision: Int64
    let contractor: Identifier
    let source: String
    let status: EngagementStatus
    let role: String
    let businessUnit: String?
    let eventTime: Timestamp

    /// What a record says.
    init(_ record: EngagementRecorded, contractor: Identifier, source: String) {
        engagement = Identifier.engagement(source: source, id: record.id)
        revision = record.revision
        self.contractor = contractor
        self.source = source
        status = record.status
        role = record.roleCode
        businessUnit = record.businessUnit
        eventTime = record.eventTime
    }
}
