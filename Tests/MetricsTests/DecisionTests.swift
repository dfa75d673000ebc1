import Contracts
import Foundation
import Programmes
import Testing

@testable import MetricsService

@Suite("The decision after an experiment")
struct DecisionTests {
    private static func reading(
        _ variant: String, decided: Int32 = 85, ones: (Int, Int) = (30, 84), asOf: Int32 = 200
    ) -> ExperimentReading {
        let day = Day(number: MadeFacts.from + decided)
        let plan = MadeFacts.plan(
            decision: ExperimentDecision(
                variant: variant, decidedOn: day, from: day.adding(days: 10), by: "learning", reason: "As it was shown."
            ))
        return .of(
            MadeFacts.facts(
                plan, [.init(met: 120, ones: ones.0), .init(met: 120, ones: ones.1)], asOf: MadeFacts.from + asOf))
    }

    @Test("EXP-15: a decision stands beside what the method allowed to conclude on its day")
    func followed() throws {
        let decision = try #require(Self.reading("clear").decision)
        #expect(decision.isFollowed && decision.remark == .followedDifference(variant: "clear"))
        #expect(decision.allowed.verdict == .difference && decision.isInForce && decision.by == "learning")
        // On its day nothing had been shown: what came later does not count.
        let hasty = try #require(Self.reading("clear", decided: 30).decision)
        #expect(!hasty.isFollowed && hasty.remark == .notShown(variant: "clear", verdict: .collecting))
        #expect(Self.reading("clear", decided: 30).finding.verdict == .difference)
    }

    @Test("EXP-15: keeping the control is followed where no variant was shown to be better, and else not")
    func control() throws {
        let kept = try #require(Self.reading("plain", decided: 115, ones: (48, 50)).decision)
        #expect(kept.isFollowed && kept.remark == .keptControl(variant: "plain"))
        #expect(kept.allowed.verdict == .noDifferenceShown)
        #expect(
            try #require(Self.reading("plain").decision).remark == .passedOver(variant: "plain", better: "clear"))
        let worse = try #require(Self.reading("clear", ones: (84, 30)).decision)
        #expect(!worse.isFollowed && worse.remark == .shownWorse(variant: "clear"))
        #expect(try #require(Self.reading("plain", ones: (84, 30)).decision).isFollowed)
    }

    @Test("EXP-15: before its day there is no decision, and before its first day it is not in force")
    func days() throws {
        #expect(Self.reading("clear", asOf: 84).decision == nil)
        let decided = Self.reading("clear", asOf: 85)
        #expect(decided.decision?.isInForce == false)
        #expect(!decided.finding.reasons.contains { $0.code == "rolled-out" })
        #expect(Self.reading("clear", asOf: 95).finding.reasons.contains { $0.code == "rolled-out" })
    }

    @Test("EXP-01 EXP-15: a decision is no deviation of the plan, and every other field is")
    func digest() {
        let day = Day(number: 20_090)
        let decided = MadeFacts.plan(
            decision: ExperimentDecision(variant: "clear", decidedOn: day, from: day, by: "learning", reason: "r"))
        #expect(decided.digest == MadeFacts.plan().digest)
        #expect(MadeFacts.register(MadeFacts.plan(), decided).deviations.isEmpty)
        let others = [
            MadeFacts.plan(unit: .client), MadeFacts.plan(adjustment: .change), MadeFacts.plan(base: Decimal6(1)),
            MadeFacts.plan(smallestEffect: nil),
            MadeFacts.plan(guardrails: [ExperimentGuardrail(subject: .optOut, margin: Decimal6(1))]),
        ]
        #expect(Set(others.map(\.digest) + [decided.digest]).count == 6)
        let changed = MadeFacts.register(MadeFacts.plan(), MadeFacts.plan(unit: .client)).deviations
        #expect(changed.first?.changes.map(\.field) == ["unit"])
    }

    @Test("Every sentence has a code, a text in English and its values")
    func sentences() throws {
        let reasons: [ExperimentReason] = [
            .nobodyMet, .startsLater(from: Day(number: 1)), .noOutcome(kpi: "k"), .ratioFails(p: 0.0001),
            .looksBlocked(days: 2), .belowFloor(variant: "v", units: 3, floor: 50), .floorOverridden(reason: "r"),
            .tooShort(days: 3, least: 60), .runs(until: Day(number: 9)), .maturing(units: 4, on: Day(number: 9)),
            .differs(variant: "v", kpi: "k", p: 0.01, isBetter: true), .differsSoFar(variant: "v", kpi: "k", p: 0.01),
            .noDifference(kpi: "k"), .couldHaveSeen(effect: 0.1, kpi: "k"), .undefined(kpi: "k"),
            .stoppedEarly(declared: Day(number: 9), until: Day(number: 8)), .planChanged(times: 2),
            .metBeforeDeclared(people: 1), .variantStopped(variant: "v", subject: .optOut, on: Day(number: 3)),
            .rolledOut(variant: "v", from: Day(number: 3)),
        ]
        #expect(Set(reasons.map(\.code)).count == reasons.count)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(reasons[7]), as: UTF8.self)
        #expect(
            text == #"{"code":"too-short","text":"It ran 3 days of at least 60.","values":{"days":3,"least":60}}"#)
    }
}
