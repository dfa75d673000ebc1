import Contracts
import Programmes

/// What must not become worse, looked at every day (EXP-12).
enum GuardrailSeries {
    /// All guardrails of a plan, in its order.
    static func readings(_ facts: ExperimentFacts) -> [GuardrailReading] {
        facts.plan.guardrails.map { guardrail in
            switch guardrail.subject {
            case .optOut: flags(facts, guardrail, optOuts(facts))
            case .complaints: flags(facts, guardrail, complaints(facts))
            case .inequality: InequalitySeries.reading(facts, guardrail)
            }
        }
    }

    /// The day on which each person opted out after opting in, since meeting the variant.
    private static func optOuts(_ facts: ExperimentFacts) -> [Identifier: Day] {
        var days: [Identifier: Day] = [:]
        for event in facts.optIns {
            guard let day = event.done?.day else { continue }
            days[event.person] = min(day, days[event.person] ?? day)
        }
        return days
    }

    /// The day of each person's first incident since meeting the variant.
    private static func complaints(_ facts: ExperimentFacts) -> [Identifier: Day] {
        var since: [Identifier: Timestamp] = [:]
        for meeting in facts.meetings { since[meeting.person] = meeting.since }
        var days: [Identifier: Day] = [:]
        for event in facts.incidents {
            guard let met = since[event.person], event.at >= met else { continue }
            days[event.person] = min(event.at.day, days[event.person] ?? event.at.day)
        }
        return days
    }

    private static func flags(
        _ facts: ExperimentFacts, _ guardrail: ExperimentGuardrail, _ flagged: [Identifier: Day]
    ) -> GuardrailReading {
        let plan = facts.plan
        let margin = guardrail.margin.double
        let last = min(facts.asOf, facts.lastDay(plan.primary))
        let met = facts.meetings.map { (day: $0.since.day, variant: $0.variant) }.sorted { $0.day < $1.day }
        let bad = facts.meetings.compactMap { meeting in
            flagged[meeting.person].map { (day: max($0, meeting.since.day), variant: meeting.variant) }
        }.sorted { $0.day < $1.day }
        var (units, flags) = (plan.variants.map { _ in 0 }, plan.variants.map { _ in 0 })
        var (nextMet, nextBad) = (0, 0)
        var stopped: [Int: Day] = [:]
        var looks: [Int: GuardrailRule.Look] = [:]
        var day = plan.from
        while day <= last {
            while nextMet < met.count, met[nextMet].day <= day {
                units[met[nextMet].variant] += 1
                nextMet += 1
            }
            while nextBad < bad.count, bad[nextBad].day <= day {
                flags[bad[nextBad].variant] += 1
                nextBad += 1
            }
            for place in plan.variants.indices.dropFirst() {
                looks[place] = GuardrailRule.look(
                    flagged: flags[place], of: units[place], control: flags[0], of: units[0])
                if let look = looks[place], look.low > margin, stopped[place] == nil { stopped[place] = day }
            }
            day = day.adding(days: 1)
        }
        func share(_ place: Int) -> Double? { units[place] > 0 ? Double(flags[place]) / Double(units[place]) : nil }
        return GuardrailReading(
            subject: guardrail.subject, margin: margin,
            variants: plan.variants.indices.dropFirst().map { place in
                GuardrailReading.Variant(
                    variant: plan.variants[place].id, controlUnits: units[0], units: units[place],
                    controlValue: share(0), value: share(place), harm: looks[place]?.harm, low: looks[place]?.low,
                    high: looks[place]?.high, stoppedOn: stopped[place], language: nil)
            })
    }
}
