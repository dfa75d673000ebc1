import Contracts

/// What the other services are told of a revision.
enum EngagementAnnouncement {
    /// The event's type, by the status that the revision records.
    static func type(of status: EngagementStatus) -> EventType {
        switch status {
        case .accepted: .engagementAccepted
        case .active: .engagementStarted
        case .ended: .engagementEnded
        case .cancelled: .engagementCancelled
        case .requested, .offered, .onboarding, .extended, .withdrawn: .engagementRevised
        }
    }

    /// The event's body.
    ///
    /// Before the work is under way the planned times hold, even where a source has filled in effective ones already:
    /// a status is recorded before it takes effect. From then on the effective ones do, where they are known.
    static func state(
        of record: EngagementRecorded, id: Identifier, contractor: Identifier, source: String
    ) -> EngagementState {
        let isPlanned = record.status == .accepted
        return EngagementState(
            engagement: id, contractor: contractor, revision: record.revision, status: record.status,
            role: record.roleCode, occurredAt: record.eventTime,
            startsAt: isPlanned ? record.plannedStart : record.effectiveStart ?? record.plannedStart,
            endsAt: isPlanned ? record.plannedEnd : record.effectiveEnd ?? record.plannedEnd,
            endReason: record.endReason, value: record.value,
            requisition: record.requisition.map { Identifier.derived("requisition", source, $0) },
            region: record.region)
    }
}
