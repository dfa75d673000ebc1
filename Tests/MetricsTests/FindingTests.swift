import Contracts
import Programmes
import Testing

@testable import MetricsService

@Suite("What may be concluded from an experiment")
struct FindingTests {
    /// The day of the last look.
    private static let end: Int32 = MadeFacts.until + 20

    private static func reading(_ facts: ExperimentFacts) -> ExperimentReading { .of(facts) }

    private static func codes(_ reading: ExperimentReading) -> [String] { reading.finding.reasons.map(\.code) }

    private static let clear: [MadeFacts.Arm] = [.init(met: 120, ones: 30), .init(met: 120, ones: 84)]
    private static let alike: [MadeFacts.Arm] = [.init(met: 120, ones: 48), .init(met: 120, ones: 50)]

    @Test("EXP-01: before the first day, and before anybody met a variant, it has not started")
    func notStarted() {
        let plan = MadeFacts.plan()
        let early = Self.reading(MadeFacts.facts(plan, Self.clear, asOf: MadeFacts.from - 1))
        #expect(early.finding.verdict == .notStarted && Self.codes(early) == ["starts-later"])
        #expect(early.looks.isEmpty && early.sampleRatio.p == nil && early.comparisons[0].p == nil)
        let none = Self.reading(
            MadeFacts.facts(plan, [.init(met: 0, ones: 0), .init(met: 0, ones: 0)], asOf: Self.end))
        #expect(none.finding.verdict == .notStarted && Self.codes(none) == ["nobody-met"])
    }

    @Test("EXP-10: a unit counts from the end of its time on, and then with a value that stays")
    func matured() throws {
        let facts = MadeFacts.facts(MadeFacts.plan(), Self.clear, asOf: Self.end)
        let reading = Self.reading(facts)
        #expect(reading.looks.count == 110 && reading.looks[0].day == Day(number: MadeFacts.from))
        #expect(reading.looks[19].units == [0, 0] && reading.looks[20].units == [4, 4])
        #expect(reading.looks[0].met == [4, 4] && reading.looks[109].units == [120, 120])
        // The same days, looked at earlier, showed the same.
        let early = Self.reading(facts.asOf(Day(number: MadeFacts.from + 40)))
        #expect(early.looks == Array(reading.looks.prefix(41)))
    }

    @Test("EXP-03 EXP-10: a difference is a verdict after 60 days; before that it waits, and is said to")
    func difference() throws {
        let facts = MadeFacts.facts(MadeFacts.plan(), Self.clear, asOf: Self.end)
        let early = Self.reading(facts.asOf(Day(number: MadeFacts.from + 58)))
        #expect(early.finding.verdict == .collecting)
        #expect(Self.codes(early) == ["differs-so-far", "too-short", "runs"])
        let due = Self.reading(facts.asOf(Day(number: MadeFacts.from + 59)))
        #expect(due.finding.verdict == .difference && due.finding.variant == "clear")
        guard case .differs("clear", "participation", let p, true)? = due.finding.reasons.first else {
            Issue.record("no difference: \(due.finding.reasons)")
            return
        }
        #expect(p <= 0.05)
        let last = Self.reading(facts)
        let comparison = try #require(last.comparisons.first)
        #expect(last.finding.verdict == .difference && comparison.controlUnits == 120 && comparison.isFloorMet)
        #expect(abs((comparison.estimate ?? 0) - 0.45) < 1e-9 && (comparison.low ?? 0) > 0)
        #expect(abs((comparison.controlValue ?? 0) - 0.25) < 1e-9)
        #expect(comparison.method == "mixture sequential test of proportions, variance pooled")
    }

    @Test("EXP-03: an experiment that ends before 60 days has its verdict withheld")
    func tooShort() throws {
        let plan = MadeFacts.plan(until: MadeFacts.from + 40)
        let register = MadeFacts.register(MadeFacts.plan(), plan)
        let reading = Self.reading(
            MadeFacts.facts(plan, Self.clear, asOf: Self.end, register: register))
        #expect(reading.finding.verdict == .withheld && reading.finding.variant == nil)
        #expect(Self.codes(reading) == ["differs-so-far", "too-short", "stopped-early", "plan-changed"])
    }

    @Test("EXP-02: below 50 in a variant nothing counts, unless a written reason allows it, which is said")
    func floor() throws {
        let small: [MadeFacts.Arm] = [.init(met: 49, ones: 10), .init(met: 60, ones: 50)]
        let reading = Self.reading(MadeFacts.facts(MadeFacts.plan(), small, asOf: Self.end))
        #expect(reading.finding.verdict == .withheld && Self.codes(reading) == ["below-floor"])
        #expect(reading.comparisons[0].p == nil && !reading.comparisons[0].isFloorMet)
        #expect(reading.looks.last?.readings[0].exclusion == .belowFloor(units: 49, floor: 50))
        let plan = MadeFacts.plan(override: "Only 60 work here.")
        let allowed = Self.reading(MadeFacts.facts(plan, small, asOf: Self.end))
        #expect(allowed.finding.verdict == .difference && Self.codes(allowed).last == "floor-overridden")
        #expect(allowed.comparisons[0].floor == 2)
    }

    @Test("EXP-10: alike variants show no difference once all are matured, with what could have been seen")
    func noDifference() throws {
        let facts = MadeFacts.facts(MadeFacts.plan(), Self.alike, asOf: Self.end)
        let running = Self.reading(facts.asOf(Day(number: MadeFacts.until - 1)))
        #expect(running.finding.verdict == .collecting && Self.codes(running) == ["runs"])
        let waiting = Self.reading(facts.asOf(Day(number: Self.end - 1)))
        #expect(waiting.finding.verdict == .collecting && Self.codes(waiting) == ["maturing"])
        let over = Self.reading(facts)
        #expect(over.finding.verdict == .noDifferenceShown && Self.codes(over) == ["no-difference", "could-have-seen"])
        #expect((over.comparisons[0].p ?? 0) > 0.05)
        #expect((over.comparisons[0].power.detectableEffect ?? 0) > 0.1)
    }

    @Test("EXP-10: values that do not vary allow no verdict")
    func undefined() {
        let same: [MadeFacts.Arm] = [.init(met: 120, ones: 0), .init(met: 120, ones: 0)]
        let reading = Self.reading(MadeFacts.facts(MadeFacts.plan(), same, asOf: Self.end))
        #expect(reading.finding.verdict == .withheld && Self.codes(reading) == ["undefined"])
        #expect(reading.looks.last?.readings[0].exclusion == .rare(outcomes: 0, least: 10))
        let none = MadeFacts.plan(primary: "rewards")
        let unknown = Self.reading(MadeFacts.facts(none, Self.clear, asOf: Self.end))
        #expect(unknown.finding.verdict == .withheld && Self.codes(unknown) == ["no-outcome"])
        #expect(unknown.comparisons.isEmpty && unknown.sampleRatio.observed == [120, 120])
    }

    @Test("EXP-09: variants that filled otherwise than meant block the verdict, and blocked looks do not count")
    func ratio() {
        let skewed: [MadeFacts.Arm] = [.init(met: 200, ones: 20), .init(met: 100, ones: 90)]
        let reading = Self.reading(MadeFacts.facts(MadeFacts.plan(), skewed, asOf: Self.end))
        #expect(reading.finding.verdict == .blocked && Self.codes(reading).first == "ratio-fails")
        #expect(reading.sampleRatio.isMismatch && (reading.sampleRatio.p ?? 1) < 0.001)
        #expect(reading.looks.last?.isBlocked == true)
        #expect(reading.looks.filter { $0.isBlocked }.allSatisfy { $0.readings[0].exclusion != nil })
        // As meant: twice as many in the one variant.
        let plan = MadeFacts.plan(variants: [
            ExperimentVariant(id: "plain", weight: 2), ExperimentVariant(id: "clear", weight: 1),
        ])
        let meant = Self.reading(MadeFacts.facts(plan, skewed, asOf: Self.end))
        #expect(meant.finding.verdict == .difference && !meant.sampleRatio.isMismatch)
    }

    @Test("EXP-09: an experiment that ends blocked is told to be concluded, without a variant")
    func endsBlocked() {
        let skewed: [MadeFacts.Arm] = [.init(met: 200, ones: 20), .init(met: 100, ones: 90)]
        let facts = MadeFacts.facts(MadeFacts.plan(), skewed, asOf: Self.end)
        func stages(_ facts: ExperimentFacts) -> [ExperimentStageFact] {
            ExperimentStages.fresh(
                .judged(facts), facts, of: "p", version: 1, today: facts.asOf.adding(days: 1), reached: [])
        }
        #expect(stages(facts).map(\.stage) == [.running, .concluded])
        #expect(stages(facts).last?.verdict == .blocked && stages(facts).last?.variant == nil)
        #expect(stages(facts.asOf(Day(number: Self.end - 1))).map(\.stage) == [.running])
    }

    @Test("EXP-01: whoever met a variant before it was declared is named beside the verdict")
    func undeclared() {
        var facts = MadeFacts.facts(MadeFacts.plan(), Self.alike, asOf: Self.end)
        facts.exposedBeforeDeclaration = 3
        #expect(Self.reading(facts).finding.reasons.last == .metBeforeDeclared(people: 3))
    }

    @Test("EXP-11: of several variants and figures raw and adjusted p-values are shown, and the adjusted ones decide")
    func multiplicity() throws {
        let variants = ["plain", "clear", "warm"].map { ExperimentVariant(id: $0) }
        let plan = MadeFacts.plan(variants: variants, secondary: ["completion", "clearance"])
        let arms: [MadeFacts.Arm] = [.init(met: 120, ones: 30), .init(met: 120, ones: 78), .init(met: 120, ones: 36)]
        let reading = Self.reading(MadeFacts.facts(plan, arms, asOf: Self.end))
        try #require(reading.comparisons.count == 2 && reading.secondaryComparisons.count == 4)
        let (clear, warm) = (reading.comparisons[0], reading.comparisons[1])
        #expect(clear.treatment == "clear" && warm.treatment == "warm" && clear.isPrimary)
        #expect(abs((clear.holm ?? 0) - 2 * (clear.p ?? 1)) < 1e-12)
        #expect((warm.holm ?? 0) == max(2 * (clear.p ?? 1), warm.p ?? 0))
        #expect(reading.finding.verdict == .difference && reading.finding.variant == "clear")
        let secondary = reading.secondaryComparisons
        #expect(secondary.map(\.kpi) == ["completion", "completion", "clearance", "clearance"])
        #expect(abs((secondary[0].holm ?? 0) - 4 * (secondary[0].p ?? 1)) < 1e-12)
        #expect(abs((secondary[0].benjaminiHochberg ?? 0) - 2 * (secondary[0].p ?? 1)) < 1e-12)
        // One variant alone would be shown to differ; of two it is not.
        let edge = [0.03, 0.6]
        #expect(AdjustedP.adjust(edge).holm == [0.06, 0.6])
        #expect(AdjustedP.adjust([nil, 0.02]).holm == [nil, 0.02])
    }

    @Test("EXP-07: beside it stands the test as if looked at once, by the kind of the outcome")
    func fixedHorizon() throws {
        let share = Self.reading(MadeFacts.facts(MadeFacts.plan(), Self.clear, asOf: Self.end))
        let fixed = try #require(share.comparisons[0].fixedHorizon)
        #expect(fixed.method == "pooled z test of two proportions, Newcombe interval" && (fixed.p ?? 1) < 1e-6)
        // A test for one look is narrower than one for all of them.
        let (low, high) = (try #require(fixed.low), try #require(fixed.high))
        let always = (try #require(share.comparisons[0].low), try #require(share.comparisons[0].high))
        #expect(high - low < always.1 - always.0)
        for (kpi, method) in [
            ("quality-delta", "Welch's t test"), ("incidents", "Mann-Whitney test, Brunner-Munzel interval"),
        ] {
            let plan = MadeFacts.plan(primary: kpi, smallestEffect: nil)
            let facts = MadeFacts.facts(plan, Self.clear, asOf: Self.end) { variant, place in
                (Double((place * 7) % 5 + variant), nil)
            }
            #expect(Self.reading(facts).comparisons[0].fixedHorizon?.method == method)
        }
    }

    @Test("EXP-07: a figure of which less is better is better when it is lower")
    func direction() {
        let plan = MadeFacts.plan(primary: "incidents", smallestEffect: nil)
        let facts = MadeFacts.facts(plan, Self.clear, asOf: Self.end) { variant, place in
            (Double((place * 7) % 5 + (variant == 0 ? 3 : 0)), nil)
        }
        guard case .differs(_, _, _, true)? = Self.reading(facts).finding.reasons.first else {
            Issue.record("\(Self.reading(facts).finding)")
            return
        }
    }

    @Test("EXP-06: values from before adjust the comparison, as a covariate or as a change")
    func adjusted() throws {
        func reading(_ adjustment: PreAdjustment?) throws -> OutcomeComparison {
            let plan = MadeFacts.plan(primary: "quality-delta", adjustment: adjustment, smallestEffect: nil)
            let facts = MadeFacts.facts(plan, Self.clear, asOf: Self.end) { variant, place in
                // What was before explains nearly all, and one in ten has no value.
                let before = Double((place * 37) % 101) / 100
                let noise = Double((place * 13) % 7) / 100
                return (before + noise + (variant == 1 ? 0.05 : 0), place % 10 == 0 ? nil : before)
            }
            return try #require(Self.reading(facts).comparisons.first)
        }
        #expect(try reading(nil).adjusted == nil)
        let covariate = try #require(try reading(.covariate).adjusted)
        #expect((covariate.varianceReduction ?? 0) > 0.5 && covariate.units == 240 && covariate.withValue == 216)
        #expect((covariate.high ?? 1) - (covariate.low ?? 0) < 0.1 && covariate.by == "covariate")
        let change = try #require(try reading(.change).adjusted)
        #expect(abs((change.estimate ?? 0) - 0.05) < 0.01 && (change.p ?? 1) < 1e-6)
        #expect(change.withValue == 216 && change.units == 240)
    }

    @Test("EXP-08: what the numbers can find is shown beside the result, and how many are needed")
    func power() throws {
        let over = Self.reading(MadeFacts.facts(MadeFacts.plan(), Self.alike, asOf: Self.end))
        let power = over.comparisons[0].power
        #expect(power.smallestEffect == 0.2 && (0.5..<0.95).contains(power.power ?? 0))
        #expect((100..<250).contains(power.neededPerVariant ?? 0))
        // Before anything has matured what was declared says how many are needed.
        let plan = MadeFacts.plan(base: Decimal6(millionths: 400_000))
        let early = Self.reading(MadeFacts.facts(plan, Self.alike, asOf: MadeFacts.from + 3))
        #expect(early.comparisons[0].power.neededPerVariant != nil && early.comparisons[0].power.power == nil)
    }

    @Test("EXP-07: whole clients are compared by their means, on the last day, and ten of them are needed")
    func clients() throws {
        let plan = MadeFacts.plan(unit: .client)
        func facts(_ clients: Int) -> ExperimentFacts {
            var meetings: [Meeting] = []
            var events: [OutcomeEvent] = []
            for variant in 0...1 {
                for number in 0..<clients * 6 {
                    let person = MadeFacts.person(variant, number)
                    let since = Fixtures.day(MadeFacts.from + Int32(number % 30))
                    meetings.append(
                        Meeting(person: person, variant: variant, since: since, client: "c\(variant)-\(number / 6)"))
                    let isIn = (number * 5) % 12 < (variant == 1 ? 9 : 3)
                    if isIn { events.append(OutcomeEvent(person: person, at: since.adding(seconds: 86_400))) }
                }
            }
            let last = ExperimentFacts.lastDay(plan, plan.primary, window: 90)
            return ExperimentFacts(
                register: MadeFacts.register(plan), asOf: Day(number: Self.end), meetings: meetings,
                outcomes: [
                    "participation": ExperimentUnits.outcomes(
                        ParticipationOutcome.self, meetings.shuffled(), events.shuffled(), plan, window: 90,
                        lastDay: last)
                ], window: 90)
        }
        let reading = Self.reading(facts(12))
        #expect(reading.finding.verdict == .difference && reading.sampleRatio.observed == [12, 12])
        #expect(reading.looks.last?.units == [12, 12] && reading.looks[80].units == [0, 0])
        #expect(reading.comparisons[0].method == "mixture sequential test of means of clients")
        #expect(reading.matured == ["plain": 72, "clear": 72])
        #expect(facts(12).outcomes == facts(12).outcomes)
        let few = Self.reading(facts(9))
        #expect(few.finding.verdict == .withheld && Self.codes(few) == ["below-floor", "below-floor"])
    }

    @Test("EXP-07: the time to the next engagement is read by variant, censored on the day of the report")
    func survival() throws {
        let plan = MadeFacts.plan(primary: "rehire")
        var facts = MadeFacts.facts(plan, [.init(met: 60, ones: 0), .init(met: 60, ones: 0)], asOf: Self.end)
        for meeting in facts.meetings {
            let end = meeting.since.adding(seconds: 10 * 86_400)
            facts.engagements.append(
                OutcomeEvent(person: meeting.person, at: meeting.since, until: end, amount: 1, whole: 1))
            if meeting.variant == 1 {
                facts.engagements.append(
                    OutcomeEvent(person: meeting.person, at: end.adding(seconds: 5 * 86_400), whole: 1))
            }
        }
        let survival = try #require(ExperimentReading.of(facts).survival)
        #expect(survival.curves.map(\.variant) == ["plain", "clear"] && survival.curves.map(\.units) == [60, 60])
        #expect(survival.curves.map(\.events) == [0, 60] && survival.curves[1].medianDays == 5)
        #expect(survival.curves[0].medianDays == nil && (survival.tests[0].p ?? 1) < 1e-9)
        #expect(ExperimentReading.of(MadeFacts.facts(MadeFacts.plan(), Self.clear, asOf: Self.end)).survival == nil)
    }
}
