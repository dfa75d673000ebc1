import Contracts
import Programmes

/// Whether the others are told of reported hours.
///
/// Whoever onboards workers has to see hours before clearance, and nobody else needs them: a year's import of a
/// programme that is delivered elsewhere announces nothing.
struct TimeNotice {
    private let programmes: [PublishedProgramme]

    init(_ catalogue: ProgrammeCatalogue) {
        programmes = catalogue.latest.filter { $0.definition.delivery == .guildhall }
    }

    /// - Parameter role: the role of the engagement; nil when the hours came before the engagement, which may turn out
    ///   to be of any role.
    func isWanted(role: String?) -> Bool {
        programmes.contains { programme in
            guard let role else { return !programme.definition.onboarding.isEmpty }
            return programme.definition.onboarding(of: role) != nil
        }
    }

    /// What they are told.
    static func state(_ record: TimeReported, _ fact: ReportFact) -> TimeState? {
        guard let engagement = fact.engagement else { return nil }
        return TimeState(
            report: fact.id, contractor: fact.contractor, engagement: engagement, periodStart: record.periodStart,
            periodEnd: record.periodEnd, hours: record.hours, revision: record.revision)
    }
}
