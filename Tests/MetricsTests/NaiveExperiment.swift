import Contracts
import Foundation
import Programmes
import Statistics

@testable import MetricsService

/// Outcomes and looks once more, by loops over the world: slow, obvious, and sharing nothing with the service's SQL,
/// sums or rules.
struct NaiveExperiment {
    let world: World
    let plan: ExperimentPlan
    let roles: [String]
    let asOf: Day

    /// A worker's outcome, and the day on which it is fixed.
    struct Unit {
        let variant: String
        let fixed: Day
        let value: Double
        let pre: Double?
    }

    /// Who met which variant first, up to the last day of the plan.
    var met: [(person: Identifier, variant: String, at: Timestamp)] {
        var people: [Identifier] = []
        for worker in 0..<world.workers where !people.contains(world.person(worker)) {
            people.append(world.person(worker))
        }
        return people.compactMap { person in
            world.exposures.filter { one in
                world.person(one.worker) == person && one.at.day <= plan.until && one.at.day <= asOf
            }.min { ($0.at, $0.variant) < ($1.at, $1.variant) }.map { (person, $0.variant, $0.at) }
        }
    }

    private func isAsked(_ role: String?) -> Bool { roles.isEmpty || role.map(roles.contains) ?? false }

    private func role(_ engagement: Identifier?) -> String? {
        world.engagements.first { $0.id == engagement }?.role
    }

    private func runs(_ one: World.Engagement) -> Bool { [.active, .extended, .ended].contains(one.status) }

    func units(_ kpi: String) -> [Unit] {
        met.compactMap { person, variant, at in
            let last = at.day.adding(days: plan.within)
            let isIn = { (moment: Timestamp) in moment >= at && moment.day <= last }
            let isInByDay = { (moment: Timestamp) in moment.day >= at.day && moment.day <= last }
            let isBefore = { (moment: Timestamp) in moment < at && moment.day >= at.day.adding(days: -plan.preDays) }
            func unit(_ value: Double?, pre: Double? = nil, fixed: Day? = nil) -> Unit? {
                value.map { Unit(variant: variant, fixed: fixed ?? last, value: $0, pre: pre) }
            }
            func mean(_ values: [Double]) -> Double? {
                values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
            }
            switch kpi {
            case "participation":
                return unit(
                    world.enrolments.contains { world.person($0.worker) == person && isInByDay($0.at) } ? 1 : 0)
            case "completion":
                return unit(
                    world.credentials.contains {
                        world.person($0.worker) == person && $0.programme == "p" && $0.counts
                            && isInByDay($0.awardedAt)
                    } ? 1 : 0)
            case "clearance":
                let own = world.cases.filter {
                    world.person($0.worker) == person && isIn($0.at) && isAsked("cashier")
                }
                guard let first = own.min(by: { $0.at < $1.at }) else { return nil }
                return unit(
                    first.cleared.map { $0 <= first.due } ?? false ? 1 : 0, fixed: max(last, first.due.day))
            case "rehire":
                let own = world.engagements.filter {
                    world.person($0.worker) == person && runs($0) && $0.startsAt >= at
                }
                guard
                    let end = own.filter({ $0.status == .ended && isAsked($0.role) && $0.endsAt.day <= asOf })
                        .map(\.endsAt.day).min()
                else { return nil }
                let window = end.adding(days: 1)...end.adding(days: 90)
                return unit(
                    own.contains { window.contains($0.startsAt.day) } ? 1 : 0, fixed: end.adding(days: 90))
            case "first-week-errors":
                func rate(_ reports: [World.Report]) -> Double? {
                    let units = reports.reduce(0) { $0 + $1.units }
                    return units == 0 ? nil : Double(reports.reduce(0) { $0 + $1.errors }) / Double(units)
                }
                let own = world.engagements.filter { runs($0) && isAsked($0.role) && world.person($0.worker) == person }
                let work = world.work.filter { report in own.contains { $0.id == report.engagement } }
                let weeks = work.filter { report in
                    own.contains { one in
                        one.id == report.engagement && one.startsAt >= at && report.at >= one.startsAt
                            && report.at < one.startsAt.adding(seconds: 604_800)
                    } && isIn(report.at)
                }
                return unit(rate(weeks), pre: rate(work.filter { isBefore($0.at) }))
            case "incidents":
                let own = world.incidents.filter {
                    world.person($0.worker) == person && ($0.engagement == nil || isAsked(role($0.engagement)))
                }
                return unit(
                    Double(own.count { isIn($0.at) }), pre: Double(own.count { isBefore($0.at) }))
            case "quality-delta":
                let own = world.ratings.filter {
                    world.person($0.worker) == person && isAsked(role($0.engagement))
                }
                func score(_ one: World.Report) -> Double { (Double(one.score) / 10 - 1) / 4 }
                return unit(
                    mean(own.filter { isIn($0.at) }.map(score)), pre: mean(own.filter { isBefore($0.at) }.map(score)))
            default:
                let taken = world.engagements.compactMap { one -> (Timestamp, Timestamp)? in
                    let states: [EngagementStatus] = [.accepted, .onboarding, .active, .extended, .ended]
                    guard world.person(one.worker) == person, states.contains(one.status), isAsked(one.role),
                        let accepted = one.acceptedAt, isIn(accepted), accepted.day <= asOf,
                        let wanted = world.requisitions.first(where: { $0.id == one.requisition })?.revisions
                            .filter({ $0.status == .wanted && $0.eventTime.day <= asOf }).map(\.eventTime).min(),
                        wanted <= accepted
                    else { return nil }
                    return (accepted, wanted)
                }
                return unit(
                    taken.min { $0 < $1 }.map { Double($0.0.microseconds - $0.1.microseconds) / 86_400e6 })
            }
        }
    }

    /// The running p-value and the difference at the end of every day, for two variants.
    func looks(_ kpi: String, kind: OutcomeKind, tau: Double?) -> [(difference: Double?, p: Double, units: [Int])] {
        let units = units(kpi)
        let last = min(asOf, plan.until.adding(days: plan.within + (kpi == "rehire" ? 90 : 0)))
        var (p, tauSquared) = (1.0, tau.map { $0 * $0 })
        return (plan.from.number...max(plan.from.number, last.number)).map { number in
            let arms = plan.variants.map { variant in
                units.filter { $0.variant == variant.id && $0.fixed.number <= number }.map(\.value)
            }
            let (control, treatment) = (arms[0], arms[1])
            let sizes = arms.map(\.count)
            func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
            func variance(_ values: [Double]) -> Double {
                values.reduce(0) { $0 + ($1 - mean(values)) * ($1 - mean(values)) } / Double(values.count - 1)
            }
            if sizes.contains(0) { return (nil, p, sizes) }
            let difference = mean(treatment) - mean(control)
            let isEnough = sizes.allSatisfy { $0 >= 2 } && rare(treatment + control, kind) >= 10
            if !isEnough { return (difference, p, sizes) }
            let pooled = mean(treatment + control)
            let (n, m) = (Double(treatment.count), Double(control.count))
            let v =
                kind == .proportion
                ? pooled * (1 - pooled) * (1 / n + 1 / m) : variance(treatment) / n + variance(control) / m
            guard v > 1e-15 else { return (difference, p, sizes) }
            let spread = (variance(treatment) * (n - 1) + variance(control) * (m - 1)) / (n + m - 2) / 4
            let t = tauSquared ?? spread
            tauSquared = t
            let ratio = (v / (v + t)).squareRoot() * exp(t * difference * difference / (2 * v * (v + t)))
            p = min(p, 1 / ratio)
            return (difference, p, sizes)
        }
    }

    private func rare(_ values: [Double], _ kind: OutcomeKind) -> Int {
        let others = values.count { $0 != 0 }
        switch kind {
        case .proportion: return min(others, values.count - others)
        case .skewed: return others
        default: return 10
        }
    }
}
