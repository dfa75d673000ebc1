import Contracts

/// Hours that were reported of an engagement.
struct TimeFact: Hashable, Sendable {
    let report: Identifier
    let contractor: Identifier
    let engagement: Identifier
    let periodStart: Day
    let periodEnd: Day
    let hours: Decimal6
    let revision: Int64

    /// What an event says.
    init(_ state: TimeState) {
        report = state.report
        contractor = state.contractor
        engagement = state.engagement
        periodStart = state.periodStart
        periodEnd = state.periodEnd
        hours = state.hours
        revision = state.revision
    }
}
