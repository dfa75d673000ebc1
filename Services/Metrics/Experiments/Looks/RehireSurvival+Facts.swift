import Contracts
import Programmes
import Statistics

extension RehireSurvival {
    /// The curves of all who ended an engagement that began after meeting a variant; nil where nobody has ended one.
    ///
    /// Whoever is not back by the as-of day is censored then.
    init?(_ facts: ExperimentFacts) {
        let plan = facts.plan
        let own = Dictionary(grouping: facts.engagements, by: \.person)
        var lives = plan.variants.map { _ in [(days: Double, isBack: Bool)]() }
        for meeting in facts.meetings {
            let span = OutcomeSpan(
                since: meeting.since, within: plan.within, preDays: plan.preDays, window: facts.window)
            if let life = RehireOutcome.lifetime(of: own[meeting.person] ?? [], span, asOf: facts.asOf) {
                lives[meeting.variant].append(life)
            }
        }
        guard lives.contains(where: { !$0.isEmpty }) else { return nil }
        curves = zip(plan.variants, lives).map { Curve($0.id, $1) }
        tests = zip(plan.variants, lives).dropFirst().map { variant, life in
            let test = try? LogRank.evaluate(
                .init(
                    durationsA: life.map(\.days), observedA: life.map { YesNo($0.isBack) },
                    durationsB: lives[0].map(\.days), observedB: lives[0].map { YesNo($0.isBack) }))
            return Test(variant: variant.id, chiSquare: test?.chiSquare, p: test?.p)
        }
    }
}

extension RehireSurvival.Curve {
    init(_ variant: String, _ lives: [(days: Double, isBack: Bool)]) {
        let estimate = try? KaplanMeier.evaluate(
            .init(durations: lives.map(\.days), observed: lives.map { YesNo($0.isBack) }))
        self.init(
            variant: variant, units: lives.count, events: lives.count(where: \.isBack), medianDays: estimate?.median,
            points: (estimate?.points ?? []).map { point in
                RehireSurvival.Point(
                    days: point.time, atRisk: point.atRisk, events: point.events, survival: point.survival,
                    standardError: point.standardError)
            })
    }
}
