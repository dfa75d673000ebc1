import Contracts
import Programmes

/// Whether the others are told of reported hours.
///
/// Whoever onboards workers has to see hours before clearance, and nobody else needs them: a year's import of a
/// programme that is delivered elsewhere announces nothing.
enum TimeNotice {
    /// - Parameter role: the role of the engagement; nil when the hours came before the engagement, which may turn out
    ///   to be of any role.
    static func isWanted(role: String?, _ programmes: ProgrammeCatalogue) -> Bool {
        let onboarding = programmes.latest.map(\.definition).filter { $0.delivery == .guildhall }
        guard let role else { return onboarding.contains { !$0.onboarding.isEmpty } }
        return onboarding.contains { $0.onboarding(of: role) != nil }
    }

    /// What they are told.
    static func state(_ record: TimeReported, _ fact: ReportFact) -> TimeState? {
        guard let engagement = fact.engagement else { return nil }
        return TimeState(
            report: fact.id, contractor: fact.contractor, engagement: engagement, periodStart: record.periodStart,
            periodEnd: record.periodEnd, hours: record.hours, revision: record.revision)
    }
}
