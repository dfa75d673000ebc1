import Contracts
import Programmes

extension ExperimentReading {
    /// Everything that the facts say as of their day.
    static func of(_ facts: ExperimentFacts) -> ExperimentReading {
        var reading = judged(facts)
        reading.decision = DecisionReading(facts)
        if ([facts.plan.primary] + facts.plan.secondary).contains(Rehire.name) {
            reading.survival = RehireSurvival(facts)
        }
        return reading
    }

    /// What may be concluded, without the decision that was taken.
    static func judged(_ facts: ExperimentFacts) -> ExperimentReading {
        let plan = facts.plan
        let guardrails = GuardrailSeries.readings(facts)
        var stops: [Int: (day: Day, subject: ExperimentGuardrail.Subject)] = [:]
        for guardrail in guardrails {
            for (place, variant) in zip(plan.variants.indices.dropFirst(), guardrail.variants) {
                guard let day = variant.stoppedOn else { continue }
                if stops[place].map({ day < $0.day }) ?? true { stops[place] = (day, guardrail.subject) }
            }
        }
        let days = stops.mapValues(\.day)
        let primary = FigureReading(plan.primary, facts, stops: days)
        var counts = MeetingCount(plan, facts.meetings)
        var reading = ExperimentReading(
            sampleRatio: primary?.series.ratio ?? counts.advance(to: min(facts.asOf, days.values.min() ?? facts.asOf)))
        reading.guardrails = guardrails
        if let primary {
            let adjusted = AdjustedP.adjust(primary.ps)
            reading.comparisons = primary.comparisons(
                holm: adjusted.holm, benjaminiHochberg: adjusted.benjaminiHochberg)
            reading.looks = primary.series.looks
            reading.matured = Dictionary(
                zip(plan.variants.map(\.id), primary.series.workers), uniquingKeysWith: { first, _ in first })
        }
        reading.secondaryComparisons = secondary(facts, stops: days)
        reading.finding = .of(facts, primary, reading.comparisons, ratio: reading.sampleRatio, stops: stops)
        return reading
    }

    /// The other figures, their p-values held against all of them and all variants (EXP-11).
    private static func secondary(_ facts: ExperimentFacts, stops: [Int: Day]) -> [OutcomeComparison] {
        let figures = facts.plan.secondary.compactMap { FigureReading($0, facts, stops: stops) }
        let adjusted = AdjustedP.adjust(figures.flatMap(\.ps))
        var place = 0
        return figures.flatMap { figure in
            let end = place + figure.ps.count
            defer { place = end }
            return figure.comparisons(
                holm: Array(adjusted.holm[place..<end]),
                benjaminiHochberg: Array(adjusted.benjaminiHochberg[place..<end]))
        }
    }
}
