import Contracts
import Foundation
import Programmes

import enum Statistics.OutcomeKind

@testable import MetricsService

/// Reports of made-up experiments in every state that a page has to show.
enum PagesWorld {
    static let first = Day(number: 20_000)

    /// The states of an experiment.
    enum State: String, CaseIterable {
        case notStarted, collecting, blocked, difference, noDifference, withheld, stopped, decided
    }

    static func report(_ state: State, by analysis: VariantMap.Analysis = .exposure) throws -> ExperimentReport {
        let plan = plan(state)
        let changed = ExperimentPlan(
            id: plan.id, hypothesis: plan.hypothesis, salt: plan.salt, variants: plan.variants, primary: plan.primary,
            secondary: plan.secondary, from: plan.from, until: plan.until.adding(days: 30),
            sizePerVariant: 120, smallestEffect: plan.smallestEffect)
        let versions = state == .withheld ? [changed, plan] : [plan]
        let register = ExperimentRegister(
            plan.id,
            versions.enumerated().map {
                Fixtures.programme("retail-seasonal", Int64($0.offset + 1), experiments: [$0.element])
            })
        guard let register else { throw Missing() }
        let people = state == .notStarted ? 0 : state == .withheld ? 60 : 240
        let map = VariantMap(
            experiment: plan.id, analysis: .exposure, variants: plan.variants.map(\.id),
            places: Dictionary(
                uniqueKeysWithValues: (0..<people).map { number in
                    let worker = Fixtures.contractor(number)
                    let variant = state == .blocked && number % 3 == 0 ? 0 : number % plan.variants.count
                    return (worker, VariantMap.Place(variant: plan.variants[variant].id, since: Fixtures.now))
                }))
        return ExperimentReport(
            programme: "retail-seasonal", register: register, exposed: map, assigned: map, exposedBeforeDeclaration: 0,
            analysis: analysis, asOf: Day(number: 20_110), kpis: [], reading: reading(state, plan),
            notes: notes(state), leading: leading(state))
    }

    private struct Missing: Error {}

    static func plan(_ state: State) -> ExperimentPlan {
        ExperimentPlan(
            id: "subject-line",
            hypothesis:
                "A subject line that says what it is about & how long it takes <5 minutes brings more people in.",
            salt: "holiday-2025-a",
            variants: ["plain", "clear"].map { ExperimentVariant(id: $0) }
                + (state == .stopped ? [ExperimentVariant(id: "premium-eight")] : []),
            eligible: "Cashiers on the shop floor", primary: "completion", secondary: ["participation", "rehire"],
            from: first, until: first.adding(days: 89), sizePerVariant: 100,
            override: state == .withheld ? "Only 40 cashiers are employed in this season." : nil,
            unit: state == .blocked ? .client : .worker,
            namespace: ExperimentNamespace(id: "season", from: 0, until: 50),
            factorialWith: state == .decided ? ["premium"] : [],
            within: 30, adjustment: state == .difference ? .covariate : nil, base: Decimal6(millionths: 400_000),
            smallestEffect: Decimal6(millionths: 150_000),
            guardrails: [ExperimentGuardrail(subject: .optOut, margin: Decimal6(millionths: 50_000))],
            decision: nil)
    }

    private static func reading(_ state: State, _ plan: ExperimentPlan) -> ExperimentReading {
        var reading = ExperimentReading(sampleRatio: .none(plan))
        guard state != .notStarted else { return reading }
        let effect = state == .difference || state == .decided || state == .collecting ? 0.205 : 0.02
        let isFull = state != .withheld && state != .collecting
        reading.finding = finding(state)
        reading.sampleRatio = SampleRatioReading(
            variants: plan.variants.map(\.id), observed: plan.variants.map { _ in 120 },
            weights: plan.variants.map(\.weight), chiSquare: 0.3, p: state == .blocked ? 0.00002 : 0.58,
            threshold: 0.001, isMismatch: state == .blocked)
        reading.comparisons = plan.variants.dropFirst().map {
            comparison("completion", $0.id, effect, isFull: isFull, isPrimary: true)
        }
        reading.secondaryComparisons = plan.variants.dropFirst().flatMap { variant in
            [
                comparison("participation", variant.id, 0.04, isFull: isFull, isPrimary: false),
                comparison("rehire", variant.id, -0.031, isFull: false, isPrimary: false),
                comparison("time-to-fill", variant.id, -2.4, isFull: false, isPrimary: false),
                comparison("first-week-errors", variant.id, nil, isFull: false, isPrimary: false),
            ]
        }
        reading.looks = looks(state, plan, effect)
        reading.survival = survival(plan)
        reading.guardrails = [guardrail(state, plan)]
        reading.matured = Dictionary(uniqueKeysWithValues: plan.variants.map { ($0.id, isFull ? 110 : 30) })
        if state == .decided { reading.decision = decision }
        return reading
    }

    private static func finding(_ state: State) -> ExperimentFinding {
        switch state {
        case .notStarted: ExperimentFinding(verdict: .notStarted, variant: nil, reasons: [.nobodyMet])
        case .collecting:
            ExperimentFinding(
                verdict: .collecting, variant: nil,
                reasons: [
                    .tooShort(days: 34, least: 60), .belowFloor(variant: "plain", units: 30, floor: 50),
                    .differsSoFar(variant: "clear", kpi: "completion", p: 0.0312), .runs(until: first.adding(days: 89)),
                    .maturing(units: 87, on: first.adding(days: 119)),
                ])
        case .blocked:
            ExperimentFinding(
                verdict: .blocked, variant: nil, reasons: [.ratioFails(p: 0.00002), .looksBlocked(days: 12)])
        case .difference, .decided:
            ExperimentFinding(
                verdict: .difference, variant: "clear",
                reasons: [.differs(variant: "clear", kpi: "completion", p: 0.0004, isBetter: true)])
        case .noDifference:
            ExperimentFinding(
                verdict: .noDifferenceShown, variant: nil,
                reasons: [.noDifference(kpi: "completion"), .couldHaveSeen(effect: 0.183, kpi: "completion")])
        case .withheld:
            ExperimentFinding(
                verdict: .withheld, variant: nil,
                reasons: [
                    .tooShort(days: 41, least: 60), .floorOverridden(reason: "Only 40 cashiers are employed."),
                    .stoppedEarly(declared: first.adding(days: 119), until: first.adding(days: 89)),
                    .planChanged(times: 1),
                ])
        case .stopped:
            ExperimentFinding(
                verdict: .collecting, variant: nil,
                reasons: [
                    .variantStopped(variant: "premium-eight", subject: .optOut, on: first.adding(days: 44)),
                    .runs(until: first.adding(days: 89)),
                ])
        }
    }

    static func comparison(
        _ kpi: String, _ variant: String, _ effect: Double?, isFull: Bool, isPrimary: Bool
    ) -> OutcomeComparison {
        let scale: OutcomeComparison.Scale =
            kpi == "time-to-fill" ? .days : kpi == "first-week-errors" ? .incidents : .share
        let half = scale == .share ? 0.114 : 3.1
        return OutcomeComparison(
            kpi: kpi, isPrimary: isPrimary, kind: scale == .share ? .proportion : .skewed, scale: scale,
            isLowerBetter: scale != .share, control: "plain", treatment: variant, controlUnits: isFull ? 112 : 30,
            treatmentUnits: isFull ? 108 : 31, controlValue: effect.map { _ in scale == .share ? 0.415 : 11.2 },
            treatmentValue: effect.map { (scale == .share ? 0.415 : 11.2) + $0 }, estimate: effect,
            low: effect.map { $0 - half }, high: effect.map { $0 + half },
            p: isFull ? (effect ?? 0) > 0.1 ? 0.0004 : 0.71 : nil,
            holm: isFull ? (effect ?? 0) > 0.1 ? 0.0008 : 1 : nil, benjaminiHochberg: isFull && !isPrimary ? 0.82 : nil,
            method: "mixture sequential probability ratio test",
            fixedHorizon: effect.map {
                .init(
                    measure: scale == .share
                        ? "difference of proportions" : "chance that a unit of the arm has the larger outcome",
                    estimate: scale == .share ? $0 : 0.43, low: scale == .share ? $0 - 0.09 : 0.31,
                    high: scale == .share ? $0 + 0.09 : 0.55, p: 0.002,
                    method: "pooled z test of two proportions, Newcombe interval")
            },
            adjusted: isPrimary
                ? .init(
                    by: "covariate", estimate: effect, low: effect.map { $0 - 0.08 }, high: effect.map { $0 + 0.08 },
                    p: 0.001, varianceReduction: 0.231, withValue: 180, units: 220, method: "CUPED")
                : nil,
            power: .init(
                smallestEffect: isPrimary ? 0.15 : nil, power: isPrimary ? (isFull ? 0.62 : 0.18) : nil,
                detectableEffect: isFull ? 0.183 : nil, neededPerVariant: isPrimary ? 1240 : nil), floor: 50,
            isFloorMet: isFull)
    }

    private static func looks(_ state: State, _ plan: ExperimentPlan, _ effect: Double) -> [ExperimentLook] {
        let days = state == .withheld || state == .collecting ? 34 : 90
        return (0..<days).map { number in
            let units = number * 12 / 10
            let isBlocked = state == .blocked && number > 60
            let width = 1.3 / Double(max(units, 1)).squareRoot()
            let wave = effect + 0.25 * sin(Double(number) / 4) / (1 + Double(number) / 8)
            let exclusion: LookExclusion? =
                units < 2
                ? .noVariance
                : units < 50 ? .belowFloor(units: units, floor: 50) : isBlocked ? .ratioFails(p: 0.00002) : nil
            return ExperimentLook(
                day: first.adding(days: number), units: plan.variants.map { _ in units },
                met: plan.variants.map { _ in units + 20 }, ratioP: 0.4, isBlocked: isBlocked,
                readings: plan.variants.dropFirst().map {
                    .init(
                        variant: $0.id, estimate: units < 2 ? nil : wave, low: units < 2 ? nil : wave - width,
                        high: units < 2 ? nil : wave + width,
                        p: units < 50 ? 1 : effect > 0.1 ? pow(10, -Double(number - 41) / 14) : 0.71,
                        exclusion: exclusion)
                })
        }
    }

    private static func survival(_ plan: ExperimentPlan) -> RehireSurvival {
        RehireSurvival(
            curves: plan.variants.enumerated().map { index, variant in
                .init(
                    variant: variant.id, units: 40, events: 9, medianDays: index == 0 ? nil : 61,
                    points: (1..<10).map { step in
                        let share = 1 - Double(step) * (0.04 + 0.02 * Double(index))
                        return .init(
                            days: Double(step * 9), atRisk: 40 - step, events: 1, survival: share,
                            standardError: step == 9 ? nil : 0.05)
                    })
            }, tests: [.init(variant: "clear", chiSquare: 2.1, p: 0.147)])
    }

    private static func guardrail(_ state: State, _ plan: ExperimentPlan) -> GuardrailReading {
        GuardrailReading(
            subject: state == .noDifference ? .inequality : .optOut, margin: 0.05,
            variants: plan.variants.dropFirst().map { variant in
                let isStopped = variant.id == "premium-eight"
                let harm = isStopped ? 0.162 : 0.011
                return .init(
                    variant: variant.id, controlUnits: 112, units: 108, controlValue: 0.03, value: 0.03 + harm,
                    harm: harm, low: harm - 0.09, high: harm + 0.09,
                    stoppedOn: isStopped ? first.adding(days: 44) : nil, language: state == .noDifference ? "es" : nil)
            })
    }

    private static var decision: DecisionReading {
        DecisionReading(
            variant: "clear", decidedOn: first.adding(days: 95), from: first.adding(days: 105),
            by: "Talent Procurement", reason: "The clear subject line brought more people to the credential.",
            allowed: finding(.difference), isFollowed: true, remark: .followedDifference(variant: "clear"),
            isInForce: true)
    }

    private static func notes(_ state: State) -> [NotedLook] {
        guard state == .difference else { return [] }
        return (0..<20).map { number in
            NotedLook(
                day: first.adding(days: number), notedAt: "2024-10-05T00:00:03Z", verdict: .collecting, stage: .running,
                variant: nil, met: Int64(number * 3), matured: Int64(number), p: number < 10 ? nil : 0.4)
        }
    }

    private static func leading(_ state: State) -> LeadingIndicator? {
        guard state != .notStarted else { return nil }
        let isMet = state == .difference || state == .decided
        return LeadingIndicator(
            kpi: "time-to-fill", version: 1, scale: .days, isLowerBetter: true, value: isMet ? 9.4 : 12.3,
            low: isMet ? 8.1 : 10.9, high: isMet ? 10.6 : 13.8, units: 214, baseline: 12, goal: 10,
            target: "Two days faster than last year", state: isMet ? .met : .notEnoughData,
            reason: isMet
                ? .reached(value: 9.4, goal: 10, baseline: 12) : .unclear(low: 10.9, high: 13.8, goal: 10))
    }
}
