import Contracts
import Programmes
import Testing

@testable import MetricsService

@Suite("What must not become worse")
struct GuardrailTests {
    private static let end: Int32 = MadeFacts.until + 20
    private static let arms: [MadeFacts.Arm] = [
        .init(met: 180, ones: 90, over: 90), .init(met: 180, ones: 90, over: 90),
    ]

    private static func plan(_ subject: ExperimentGuardrail.Subject, margin: Int64 = 50_000) -> ExperimentPlan {
        MadeFacts.plan(guardrails: [ExperimentGuardrail(subject: subject, margin: Decimal6(millionths: margin))])
    }

    /// Some people of a variant have something happen to them on the day after they met it.
    private static func events(
        _ facts: ExperimentFacts, _ share: [Int], _ make: (Meeting) -> OutcomeEvent
    ) -> [OutcomeEvent] {
        facts.meetings.enumerated().compactMap { place, meeting in
            place % 10 < share[meeting.variant] ? make(meeting) : nil
        }
    }

    private static func optOut(_ meeting: Meeting) -> OutcomeEvent {
        OutcomeEvent(
            person: meeting.person, at: meeting.since, done: meeting.since.adding(seconds: 86_400))
    }

    @Test("EXP-12: a variant whose people opt out far more often is stopped, on the first day that shows it")
    func optOut() throws {
        var facts = MadeFacts.facts(Self.plan(.optOut), Self.arms, asOf: Self.end)
        facts.optIns = Self.events(facts, [1, 7], Self.optOut)
        let reading = ExperimentReading.of(facts)
        let variant = try #require(reading.guardrails.first?.variants.first)
        let stop = try #require(variant.stoppedOn)
        #expect((5...60).contains(stop.number - MadeFacts.from) && variant.variant == "clear")
        #expect(abs((variant.value ?? 0) - 0.7) < 0.05 && abs((variant.controlValue ?? 0) - 0.1) < 0.05)
        #expect((variant.low ?? 0) > 0.05 && variant.units == 180)
        #expect(reading.finding.reasons.contains(.variantStopped(variant: "clear", subject: .optOut, on: stop)))
        // The day before it was not shown yet; and what it was shown on does not move later.
        let before = ExperimentReading.of(facts.asOf(stop.adding(days: -1)))
        #expect(before.guardrails[0].variants[0].stoppedOn == nil)
        #expect(ExperimentReading.of(facts.asOf(stop)).guardrails[0].variants[0].stoppedOn == stop)
    }

    @Test("EXP-12: differences within the margin, and too few people, stop nothing")
    func harmless() throws {
        var facts = MadeFacts.facts(Self.plan(.optOut), Self.arms, asOf: Self.end)
        facts.optIns = Self.events(facts, [3, 3], Self.optOut)
        #expect(ExperimentReading.of(facts).guardrails[0].variants[0].stoppedOn == nil)
        var wide = MadeFacts.facts(Self.plan(.optOut, margin: 700_000), Self.arms, asOf: Self.end)
        wide.optIns = Self.events(wide, [1, 7], Self.optOut)
        #expect(ExperimentReading.of(wide).guardrails[0].variants[0].stoppedOn == nil)
        let few: [MadeFacts.Arm] = [.init(met: 19, ones: 0), .init(met: 19, ones: 0)]
        var small = MadeFacts.facts(Self.plan(.optOut), few, asOf: Self.end)
        small.optIns = Self.events(small, [0, 10], Self.optOut)
        #expect(ExperimentReading.of(small).guardrails[0].variants[0].harm == nil)
    }

    @Test("EXP-12: incidents after meeting the variant are complaints; earlier ones are not")
    func complaints() throws {
        var facts = MadeFacts.facts(Self.plan(.complaints), Self.arms, asOf: Self.end)
        facts.incidents = Self.events(facts, [0, 10]) {
            OutcomeEvent(person: $0.person, at: $0.since.adding(seconds: -1))
        }
        let variants = ExperimentReading.of(facts).guardrails[0].variants
        #expect(variants[0].stoppedOn == nil && variants[0].value == 0)
        facts.incidents += Self.events(facts, [0, 6]) { OutcomeEvent(person: $0.person, at: $0.since) }
        #expect(ExperimentReading.of(facts).guardrails[0].variants[0].stoppedOn != nil)
    }

    @Test("EXP-12: a language group that falls behind the others in a variant, and not in the control, stops it")
    func inequality() throws {
        func facts(_ behind: Int) -> ExperimentFacts {
            MadeFacts.facts(
                Self.plan(.inequality), [.init(met: 240, ones: 0), .init(met: 240, ones: 0)], asOf: Self.end,
                value: { variant, place in
                    let isBehind = variant >= behind && place % 3 == 0
                    return ((place / 3) % 10 < (isBehind ? 1 : 8) ? 1 : 0, nil)
                }, language: { $0 % 3 == 0 ? "es" : $0 % 3 == 1 ? "en" : "vi" })
        }
        let variant = ExperimentReading.of(facts(1)).guardrails[0].variants[0]
        #expect(variant.stoppedOn != nil && variant.language == "es")
        #expect(abs((variant.harm ?? 0) - 0.7) < 0.1)
        // Behind in both, it is no matter of the variant.
        #expect(ExperimentReading.of(facts(0)).guardrails[0].variants[0].stoppedOn == nil)
    }

    @Test("EXP-09 EXP-12: after a stop the control fills alone: neither ratio nor comparison takes that in")
    func stopped() throws {
        let plan = Self.plan(.optOut)
        var facts = MadeFacts.facts(
            plan, [.init(met: 180, ones: 60, over: 90), .init(met: 60, ones: 20, over: 30)], asOf: Self.end)
        facts.optIns = Self.events(facts, [0, 9], Self.optOut)
        let reading = ExperimentReading.of(facts)
        let stop = try #require(reading.guardrails[0].variants[0].stoppedOn)
        #expect(stop < Day(number: MadeFacts.from + 30))
        #expect(!reading.sampleRatio.isMismatch && reading.finding.verdict != .blocked)
        let comparison = try #require(reading.comparisons.first)
        #expect(comparison.controlUnits < 65 && comparison.treatmentUnits <= comparison.controlUnits + 2)
        // Without the guardrail the same numbers are no ratio of one to one.
        var unguarded = MadeFacts.facts(
            MadeFacts.plan(), [.init(met: 180, ones: 60, over: 90), .init(met: 60, ones: 20, over: 30)], asOf: Self.end)
        unguarded.optIns = facts.optIns
        #expect(ExperimentReading.of(unguarded).finding.verdict == .blocked)
    }
}
