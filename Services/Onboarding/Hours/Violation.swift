import Contracts

/// Hours before the gate was cleared (ONB-05), as last announced.
struct Violation: Hashable, Sendable {
    let report: Identifier
    let contractor: Identifier
    let engagement: Identifier
    var periodStart: Day
    var hours: Decimal6
    var clearedAt: Timestamp?
    var isOpen: Bool
    var sequence: Int64 = 0

    /// What a report is, judged by when the case was cleared: reported from a day before that of the clearance on.
    ///
    /// - Parameter isGated: whether the role of the engagement is one that is gated.
    /// - Returns: nil where there is nothing to flag and nothing was.
    static func judge(_ fact: TimeFact, isGated: Bool, clearedAt: Timestamp?, known: Violation?) -> Violation? {
        let isEarly = clearedAt.map { fact.periodStart < $0.day } ?? true
        let isOpen = isGated && isEarly && fact.hours > .zero
        guard isOpen || known != nil else { return nil }
        var violation = Violation(
            report: fact.report, contractor: fact.contractor, engagement: fact.engagement,
            periodStart: fact.periodStart, hours: fact.hours, clearedAt: clearedAt, isOpen: isOpen)
        violation.sequence = known?.sequence ?? 0
        if violation == known { return known }
        violation.sequence += 1
        return violation
    }

    /// What the other services are told.
    var state: ViolationState {
        ViolationState(
            violation: report, contractor: contractor, engagement: engagement, periodStart: periodStart, hours: hours,
            clearedAt: clearedAt, isOpen: isOpen, sequence: sequence)
    }
}
