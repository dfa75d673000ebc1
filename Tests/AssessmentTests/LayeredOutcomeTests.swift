import Contracts
import Messaging
import Programmes
import Testing

@testable import AssessmentService

@Suite("Three layers")
struct LayeredOutcomeTests {
    private func house(_ right: Int, _ levels: [String: String], review: ReviewLayer? = Retail.band) -> RetailHouse {
        var house = RetailHouse(Retail.catalogue(Retail.assessment(review: review)))
        house.hear(Retail.sat(on: 110, right: right, levels))
        return house
    }

    private func live(_ decision: ReviewDecision, day: Int32 = 115) -> ReviewRecorded {
        Retail.review("live", at: Retail.time(day), layer: .review, decision: decision)
    }

    @Test("ASM-02: the practical task counts with its weight beside the quiz")
    func combined() throws {
        let state = try #require(house(3, ["a": "top", "b": "top"]).outcome)
        #expect(state.verdict == .pass && state.passed)
        #expect(state.score == Decimal6(90))
        #expect(state.attempt == "A1" && state.rubricVersion == "1")
        #expect(state.awardedAt == Retail.time(111))
        #expect(state.achievement == Retail.offering)
    }

    @Test("ASM-03: a score inside the band waits for a review, whose word decides")
    func borderline() {
        var house = house(2, Retail.borderline)
        #expect(house.outcome?.verdict == .refer)
        #expect(house.outcome?.passed == false && house.outcome?.score == Decimal6(millionths: 72_500_000))
        house.hear([live(.pass)])
        #expect(house.outcome?.verdict == .pass && house.outcome?.awardedAt == Retail.time(115))
        var other = self.house(2, Retail.borderline)
        other.hear([live(.fail)])
        #expect(other.outcome?.verdict == .fail)
    }

    @Test("ASM-03: clear passes and clear fails get no review, and none that is held changes them")
    func clear() {
        var pass = house(4, ["a": "top", "b": "top"])
        pass.hear([live(.fail)])
        #expect(pass.outcome?.verdict == .pass && pass.outcome?.awardedAt == Retail.time(111))
        var fail = house(4, ["a": "top", "b": "low"])
        fail.hear([live(.pass)])
        #expect(fail.outcome?.verdict == .fail)
    }

    @Test("ASM-04: without a review layer the pass mark alone decides")
    func noReview() {
        #expect(house(2, Retail.borderline, review: nil).outcome?.verdict == .pass)
        #expect(house(2, ["a": "low", "b": "top"], review: nil).outcome?.verdict == .fail)
    }

    @Test("ASM-04: a further attempt that passes is a decision, a late fact that takes it back a correction")
    func announced() {
        var house = RetailHouse()
        #expect(
            house.hear(Retail.quizzed(on: 110, right: 0)).emissions.map(\.type) == [
                .assessmentStarted, .outcomeDecided,
            ])
        let passed = house.hear(Retail.sat(on: 113, ["a": "top", "b": "top"], "A2"))
        #expect(passed.emissions.map(\.type) == [.taskCompleted, .outcomeDecided])
        let rescored = house.hear([
            Retail.review("A2r", at: Retail.time(114), ["a": "low", "b": "low"], "A2", revision: 1)
        ])
        #expect(rescored.emissions.map(\.type) == [.outcomeCorrected])
        #expect(house.outcome?.verdict == .fail)
        #expect(rescored.audits.map(\.entry.decision) == ["attempt.judged", "outcome.corrected"])
    }

    @Test("ASM-04: a later and better score of what passed leaves the award where it was")
    func rescored() {
        var house = house(3, ["a": "mid", "b": "top"])
        #expect(house.outcome?.awardedAt == Retail.time(111))
        house.hear([Retail.review("again", at: Retail.time(120))])
        #expect(house.outcome?.awardedAt == Retail.time(111))
        #expect(house.outcome?.score == Decimal6(90))
    }

    @Test("GOV-01 ASM-04: the audit names attempt, seed, scores, rubric and verdict")
    func audit() throws {
        var house = RetailHouse()
        let out = house.hear(Retail.sat(on: 110))
        let judged = try #require(out.audits.first { $0.entry.decision == "attempt.judged" }?.entry)
        for part in [
            #""quizMillionths":100000000"#, #""practicalMillionths":100000000"#, #""rubricVersion":"1""#, #""seed":""#,
        ] {
            #expect(judged.inputs.contains(part))
        }
        #expect(judged.rule == "layers/1" && judged.outcome == "pass with 100 percent")
        let decided = try #require(out.audits.first { $0.entry.decision == "outcome.decided" }?.entry)
        #expect(decided.inputs.contains(#""verdict":"pass""#))
    }

    private struct Drawn {
        let frame: AssessmentFrame
        let scores: LayerScores
    }

    private func drawn(_ random: inout SeededGenerator) throws -> Drawn {
        func number(_ range: ClosedRange<Int64>) -> Int64 { Int64.random(in: range, using: &random) }
        let from = number(0...90)
        let quiz = QuizLayer(
            items: [], draw: 4, minutes: 1, passMark: Decimal6(number(0...60)), weight: Decimal6(number(0...3)))
        let practical = PracticalLayer(
            task: "t", deliverable: "d", minutes: 1, rubric: Retail.rubric(), weight: Decimal6(number(0...3)))
        let review = ReviewLayer(from: Decimal6(from), to: Decimal6(number(from...100)), minutes: 1)
        let assessment = PathwayAssessment(
            quiz: number(0...4) == 0 ? nil : quiz, practical: practical, review: number(0...3) == 0 ? nil : review)
        let frame = try #require(
            AssessmentFrame(Retail.enrolment(), ProgrammeCatalogue([Retail.programme(1, assessment)])))
        let scores = LayerScores(
            quiz: number(0...9) == 0 ? nil : QuizScore(right: Int(number(0...4)), drawn: 4),
            practical: number(0...9) == 0 ? nil : Decimal6(number(0...100)),
            review: [nil, .pass, .fail][Int(number(0...2))])
        return Drawn(frame: frame, scores: scores)
    }

    /// The rule again, by fractions of whole percents.
    private func oracle(_ drawn: Drawn) -> OutcomeVerdict? {
        func whole(_ number: Decimal6) -> Int64 { number.millionths / Decimal6.one }
        let (frame, scores) = (drawn.frame, drawn.scores)
        if let quiz = frame.quiz, let score = scores.quiz, score.right * 25 < Int(whole(quiz.passMark)) { return .fail }
        guard let practical = scores.practical, frame.quiz == nil || scores.quiz != nil else { return nil }
        var weights = (whole(frame.quiz?.weight ?? .zero), whole(frame.practical?.weight ?? .zero))
        if weights.0 + weights.1 == 0 { weights = (frame.quiz == nil ? 0 : 1, 1) }
        let quiz = frame.quiz == nil ? 0 : Int64((scores.quiz?.right ?? 0) * 25)
        let (sum, total) = (weights.0 * quiz + weights.1 * whole(practical), weights.0 + weights.1)
        if let band = frame.review {
            if sum < whole(band.from) * total { return .fail }
            if sum < whole(band.to) * total {
                return scores.review == nil ? .refer : scores.review == .pass ? .pass : .fail
            }
        }
        return sum >= 70 * total ? .pass : .fail
    }

    @Test("ASM-04: the verdict is a pure function of scores, weights, band and review", arguments: 0..<400)
    func property(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let drawn = try drawn(&random)
        let outcome = LayeredOutcome.decide(drawn.scores, drawn.frame)
        #expect(outcome == LayeredOutcome.decide(drawn.scores, drawn.frame))
        #expect(outcome.verdict == oracle(drawn))
        #expect((Decimal6.zero...Decimal6(100)).contains(outcome.score))
    }

    @Test("ASM-04: a better layer never worsens the score, nor the verdict without a live review", arguments: 0..<200)
    func monotonic(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed) + 9000)
        let drawn = try drawn(&random)
        var better = drawn.scores
        better.practical = better.practical.map { max($0, Decimal6(Int64.random(in: 0...100, using: &random))) }
        var (left, right) = (drawn.scores, better)
        (left.review, right.review) = (nil, nil)
        let (before, after) = (
            LayeredOutcome.decide(left, drawn.frame), LayeredOutcome.decide(right, drawn.frame)
        )
        #expect(after.score >= before.score)
        #expect(!before.isBetter(than: after))
    }
}
