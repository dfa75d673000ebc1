import Contracts
import Programmes
import Statistics

/// By how much the primary figure of a language group lies below that of the others, in a variant more than in the
/// control (EXP-12).
///
/// Groups with fewer than 20 matured units in either arm say nothing; the worst of the others counts, and the chance of
/// a false alarm is shared out among them.
enum InequalitySeries {
    /// The matured units of a variant by language, and all of them.
    private struct Arm {
        var groups: [String: RunningSample] = [:]
        private var others: [String: RunningSample] = [:]

        mutating func add(_ value: Double, _ language: String, of languages: [String]) {
            groups[language, default: RunningSample()].add(value)
            for other in languages where other != language { others[other, default: RunningSample()].add(value) }
        }

        /// The mean of the others less that of a group, with its variance.
        func gap(_ language: String) -> (value: Double, variance: Double)? {
            guard let group = groups[language], let rest = others[language], group.count >= GuardrailRule.least,
                rest.count >= GuardrailRule.least, let first = group.variance, let second = rest.variance
            else { return nil }
            return (rest.mean - group.mean, first / group.count + second / rest.count)
        }
    }

    static func reading(_ facts: ExperimentFacts, _ guardrail: ExperimentGuardrail) -> GuardrailReading {
        let plan = facts.plan
        let margin = guardrail.margin.double
        let units = (facts.outcomes[plan.primary] ?? []).filter { $0.language != nil }
        let languages = Set(units.compactMap(\.language)).sorted()
        let isLowerBetter = OutcomeRules.rule(plan.primary)?.isLowerBetter ?? false
        var arms = plan.variants.map { _ in Arm() }
        var stopped: [Int: Day] = [:]
        var worst: [Int: (language: String, look: GuardrailRule.Look)] = [:]
        var next = 0
        var day = plan.from
        let last = min(facts.asOf, facts.lastDay(plan.primary))
        while day <= last {
            while next < units.count, units[next].maturesOn <= day {
                // Worse is lower, whatever the figure.
                let value = isLowerBetter ? -units[next].value : units[next].value
                arms[units[next].variant].add(value, units[next].language ?? "", of: languages)
                next += 1
            }
            for place in plan.variants.indices.dropFirst() {
                worst[place] = look(arms[place], arms[0], languages)
                if let look = worst[place]?.look, look.low > margin, stopped[place] == nil { stopped[place] = day }
            }
            day = day.adding(days: 1)
        }
        return GuardrailReading(
            subject: guardrail.subject, margin: margin,
            variants: plan.variants.indices.dropFirst().map { place in
                let language = worst[place]?.language
                return GuardrailReading.Variant(
                    variant: plan.variants[place].id, controlUnits: count(arms[0]), units: count(arms[place]),
                    controlValue: language.flatMap { arms[0].gap($0)?.value },
                    value: language.flatMap { arms[place].gap($0)?.value }, harm: worst[place]?.look.harm,
                    low: worst[place]?.look.low, high: worst[place]?.look.high, stoppedOn: stopped[place],
                    language: language)
            })
    }

    private static func count(_ arm: Arm) -> Int {
        Int(arm.groups.values.reduce(0) { $0 + $1.count })
    }

    private static func look(
        _ arm: Arm, _ control: Arm, _ languages: [String]
    ) -> (language: String, look: GuardrailRule.Look)? {
        let gaps = languages.compactMap { language in
            arm.gap(language).flatMap { here in control.gap(language).map { (language, here, $0) } }
        }
        let alpha = GuardrailRule.alpha / Double(max(1, gaps.count))
        return gaps.compactMap { language, here, there in
            GuardrailRule.look(
                harm: here.value - there.value, variance: here.variance + there.variance, alpha: alpha
            ).map { (language, $0) }
        }.max { $0.1.low < $1.1.low }.map { (language: $0.0, look: $0.1) }
    }
}
