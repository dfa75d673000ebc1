import Contracts
import Programmes

/// What is compared as one: a worker, or all workers of a client.
struct ExperimentUnitOutcome: Equatable, Sendable {
    /// What was assigned: the worker's id, or the client.
    let subject: String
    /// The variant's place in the declared order.
    let variant: Int
    let metOn: Day
    /// The day at whose end its value is fixed.
    let maturesOn: Day
    let value: Double
    var pre: Double?
    /// How many workers it stands for.
    var workers = 1
    var language: String?
}

/// The outcomes of an experiment's units, by one figure.
enum ExperimentUnits {
    /// The values of units, sorted by the day on which they mature, then by subject.
    ///
    /// - Parameter lastDay: the day of the last look. Whole clients have a mean that changes with every worker who
    ///   meets the variant, so they enter on that day, with all their workers whose time is over.
    static func outcomes(
        _ rule: any OutcomeRule.Type, _ meetings: [Meeting], _ events: [OutcomeEvent], _ plan: ExperimentPlan,
        window: Int, lastDay: Day
    ) -> [ExperimentUnitOutcome] {
        let own = Dictionary(grouping: events, by: \.person)
        let workers = meetings.compactMap { meeting -> ExperimentUnitOutcome? in
            let span = OutcomeSpan(
                since: meeting.since, within: plan.within, preDays: plan.preDays, window: window)
            guard let value = rule.value(of: own[meeting.person] ?? [], span) else { return nil }
            return ExperimentUnitOutcome(
                subject: plan.unit == .client ? meeting.client ?? "" : "\(meeting.person)", variant: meeting.variant,
                metOn: meeting.since.day, maturesOn: value.maturesOn, value: value.value, pre: value.pre,
                language: meeting.language)
        }
        let units = plan.unit == .client ? clusters(workers, lastDay) : workers
        return units.sorted { ($0.maturesOn, $0.subject, $0.variant) < ($1.maturesOn, $1.subject, $1.variant) }
    }

    private struct Cluster: Hashable {
        let client: String
        let variant: Int
    }

    private static func clusters(_ workers: [ExperimentUnitOutcome], _ lastDay: Day) -> [ExperimentUnitOutcome] {
        let matured = workers.filter { !$0.subject.isEmpty && $0.maturesOn <= lastDay }
        return Dictionary(grouping: matured) { Cluster(client: $0.subject, variant: $0.variant) }.map { key, members in
            let pre = members.compactMap(\.pre)
            return ExperimentUnitOutcome(
                subject: key.client, variant: key.variant, metOn: members.map(\.metOn).min() ?? lastDay,
                maturesOn: lastDay, value: mean(members.map(\.value)) ?? 0, pre: mean(pre), workers: members.count)
        }
    }

    /// Summed from the smallest, so that the order of the workers does not show.
    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.sorted().reduce(0, +) / Double(values.count)
    }
}
