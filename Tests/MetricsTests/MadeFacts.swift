import Contracts
import Programmes

@testable import MetricsService

/// Made-up facts of experiments: who met what, and what came of it, without a database.
enum MadeFacts {
    static let from: Int32 = 20_000
    static let until: Int32 = 20_089

    /// A plan of 90 days with 20 days for an outcome.
    static func plan(
        variants: [ExperimentVariant] = [ExperimentVariant(id: "plain"), ExperimentVariant(id: "clear")],
        primary: String = "participation", secondary: [String] = [], until: Int32 = until, override: String? = nil,
        unit: AssignmentUnit = .worker, adjustment: PreAdjustment? = nil, base: Decimal6? = nil,
        smallestEffect: Decimal6? = Decimal6(millionths: 200_000), guardrails: [ExperimentGuardrail] = [],
        decision: ExperimentDecision? = nil
    ) -> ExperimentPlan {
        ExperimentPlan(
            id: "subject", hypothesis: "A clear subject line brings more people in.", salt: "salt-1",
            variants: variants, pathway: "till", primary: primary, secondary: secondary, from: Day(number: from),
            until: Day(number: until), sizePerVariant: 60, override: override, unit: unit, within: 20, preDays: 30,
            adjustment: adjustment, base: base, smallestEffect: smallestEffect, guardrails: guardrails,
            decision: decision)
    }

    /// So many of a variant meet it, one after the other over the first 30 days; so many of them have the outcome 1.
    struct Arm {
        var met: Int
        var ones: Int
        /// The days over which they meet it.
        var over = 30
    }

    static func person(_ variant: Int, _ number: Int) -> Identifier { Fixtures.contractor(variant * 10_000 + number) }

    static func register(_ plans: ExperimentPlan...) -> ExperimentRegister {
        guard
            let register = ExperimentRegister(
                "subject",
                plans.enumerated().map { Fixtures.programme("p", Int64($0.offset + 1), experiments: [$0.element]) })
        else { preconditionFailure("a version declares it") }
        return register
    }

    /// Whether the unit at a place is one of those with the outcome, which are spread evenly.
    static func isOne(_ place: Int, _ arm: Arm) -> Bool {
        (place + 1) * arm.ones / arm.met > place * arm.ones / arm.met
    }

    static func facts(
        _ plan: ExperimentPlan, _ arms: [Arm], asOf: Int32, register: ExperimentRegister? = nil,
        value: ((_ variant: Int, _ place: Int) -> (value: Double, pre: Double?))? = nil,
        language: ((_ place: Int) -> String)? = nil
    ) -> ExperimentFacts {
        var meetings: [Meeting] = []
        var units: [ExperimentUnitOutcome] = []
        for (variant, arm) in arms.enumerated() {
            for place in 0..<arm.met {
                let day = Day(number: from + Int32(place * arm.over / max(1, arm.met)))
                let person = person(variant, place)
                let made = value?(variant, place) ?? (isOne(place, arm) ? 1 : 0, nil)
                meetings.append(
                    Meeting(person: person, variant: variant, since: Timestamp(day), language: language?(place)))
                units.append(
                    ExperimentUnitOutcome(
                        subject: "\(person)", variant: variant, metOn: day,
                        maturesOn: day.adding(days: plan.within), value: made.0, pre: made.1,
                        language: language?(place)))
            }
        }
        units.sort { ($0.maturesOn, $0.subject) < ($1.maturesOn, $1.subject) }
        let figures = [plan.primary] + plan.secondary
        let whole = ExperimentFacts(
            register: register ?? MadeFacts.register(plan), asOf: Day(number: 30_000), meetings: meetings,
            outcomes: Dictionary(uniqueKeysWithValues: figures.map { ($0, units) }), window: 90)
        return whole.asOf(Day(number: asOf))
    }
}
