import Contracts
import Messaging
import Programmes
import Testing

@testable import AssessmentService

@Suite("Outcome")
struct OutcomeTests {
    private func fact(
        _ id: Int, at day: Int32 = 100, _ assessment: String, _ percent: Decimal6
    ) -> ResultFact {
        ResultFact(
            key: RecordKey(record: Identifier(high: 0, low: UInt64(id)), revision: 0),
            contractor: Fixtures.contractor("W1"), programme: "oulad", offering: "AAA-1", assessment: assessment,
            percent: percent, eventTime: Fixtures.day(day), fingerprint: Identifier(high: 0, low: 0))
    }

    private func decide(_ facts: [ResultFact], _ offering: Int = 0, passMark: Int64 = 40) -> Outcome {
        Outcome.decide(facts, offering: Fixtures.offerings[offering], passMark: Decimal6(passMark))
    }

    @Test("ASM-04: the award is dated by the result that lifts the weighted score to the pass mark")
    func lifts() {
        let facts = [
            fact(1, at: 10, "a", Decimal6(100)), fact(2, at: 20, "b", Decimal6(50)), fact(3, at: 30, "c", Decimal6(66)),
            fact(4, at: 40, "d", Decimal6(1)), fact(5, at: 50, "c", Decimal6(70)),
        ]
        #expect(
            decide(Array(facts.prefix(3)))
                == Outcome(passed: false, score: Decimal6(millionths: 39_800_000), awardedAt: nil))
        #expect(decide(Array(facts.prefix(4))).awardedAt == Fixtures.day(40))
        #expect(
            decide(facts) == Outcome(passed: true, score: Decimal6(millionths: 41_400_000), awardedAt: Fixtures.day(40))
        )
    }

    @Test("ASM-04: exactly the pass mark passes, a millionth of a percent less does not")
    func exact() {
        #expect(decide([fact(1, "d", Decimal6(100))]).passed)
        let less = decide([fact(1, "d", Decimal6(millionths: 99_999_999))])
        #expect(!less.passed)
        // Rounded to six places the score is the pass mark; the exact value decides.
        #expect(less.score == Decimal6(40))
    }

    @Test("ASM-04: exams are left out, missing coursework counts as nothing")
    func exams() {
        #expect(decide([fact(1, "exam", Decimal6(100))]) == Outcome(passed: false, score: .zero, awardedAt: nil))
        #expect(decide([]).score == .zero)
    }

    @Test("ASM-04: where all weights are 0 they are equal")
    func equalWeights() {
        let outcome = decide([fact(1, "a", Decimal6(81))], 1)
        #expect(outcome == Outcome(passed: true, score: Decimal6(millionths: 40_500_000), awardedAt: Fixtures.day(100)))
        #expect(!decide([fact(1, "a", Decimal6(79)), fact(2, "exam", Decimal6(100))], 1).passed)
    }

    @Test("ASM-04: of several results of one assessment the best counts, and none takes away what was achieved")
    func best() {
        let facts = [fact(1, at: 10, "d", Decimal6(100)), fact(2, at: 20, "d", Decimal6(3))]
        #expect(decide(facts) == Outcome(passed: true, score: Decimal6(40), awardedAt: Fixtures.day(10)))
        #expect(
            decide([fact(1, at: 10, "d", Decimal6(3)), fact(2, at: 20, "d", Decimal6(100))]).awardedAt
                == Fixtures.day(20))
    }

    @Test("ASM-04: exact arithmetic agrees with fractions", arguments: 0..<200)
    func fractions(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let weights = (0..<6).map { ("x\($0)", Int64.random(in: 0...40, using: &random), true) }
        let offering = Fixtures.offering("O", weights)
        let facts = weights.enumerated().map { place, weight in
            fact(place, at: Int32(place), weight.0, Decimal6(Int64.random(in: 0...100, using: &random)))
        }
        let counted = weights.allSatisfy { $0.1 == 0 } ? weights.map { ($0.0, Int64(1), $0.2) } : weights
        let total = counted.map(\.1).reduce(0, +)
        var sum: Int64 = 0
        var awarded: Timestamp?
        for (place, weight) in counted.enumerated() {
            sum += weight.1 * (facts[place].percent.millionths / 1_000_000)
            if awarded == nil, sum >= 40 * total { awarded = Fixtures.day(Int32(place)) }
        }
        let outcome = Outcome.decide(facts, offering: offering, passMark: Decimal6(40))
        #expect(outcome.awardedAt == awarded)
        #expect(outcome.score.millionths * total <= sum * 1_000_000 + total / 2)
        #expect(outcome.score.millionths * total >= sum * 1_000_000 - total / 2)
    }

    @Test("ASM-04: scores become percent of their scale, half to even at the seventh place")
    func percent() {
        func percent(_ score: Int64, _ minimum: Int64, _ maximum: Int64) -> Int64? {
            Percent.of(
                Decimal6(millionths: score),
                on: Scale(minimum: Decimal6(millionths: minimum), maximum: Decimal6(millionths: maximum)))?.millionths
        }
        #expect(percent(78_000_000, 0, 100_000_000) == 78_000_000)
        #expect(percent(1, 0, 3) == 33_333_333)
        #expect(percent(2, 0, 3) == 66_666_667)
        #expect(percent(4_000_000, 2_000_000, 6_000_000) == 50_000_000)
        #expect(percent(0, -5_000_000, 5_000_000) == 50_000_000)
        #expect(percent(1, 0, 200_000_000) == 0)
        #expect(percent(3, 0, 200_000_000) == 2)
        #expect(percent(.max, .min, .max) == 100_000_000)
        #expect(percent(7, 0, 6) == nil)
        #expect(percent(-1, 0, 6) == nil)
        #expect(percent(5, 5, 5) == nil)
    }
}
