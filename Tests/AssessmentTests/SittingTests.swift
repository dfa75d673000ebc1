import Contracts
import Messaging
import Programmes
import Testing

@testable import AssessmentService

@Suite("Quiz, time limits and saving")
struct SittingTests {
    private func quiz(_ acts: [any Payload]) throws -> LayerState {
        var house = RetailHouse()
        house.hear(acts)
        return try #require(house.attempt()?.quiz)
    }

    private func act(
        _ id: String, _ action: AttemptAction, minute: Int64, answers: [String: String] = [:],
        timeFactor: Decimal6? = nil
    ) -> AttemptRecorded {
        Retail.act(
            id, action, .quiz, at: Retail.time(110, minute), answers: answers, timeFactor: timeFactor)
    }

    @Test("ASM-01: a quiz is scored by its right answers", arguments: [(0, 0), (1, 25), (3, 75), (4, 100)])
    func scored(right: Int, percent: Int) throws {
        let layer = try quiz(Retail.quizzed(on: 110, right: right))
        #expect(layer.percent == Decimal6(Int64(percent)))
        #expect(layer.right == Int64(right))
    }

    @Test("ASM-01: a quiz below its pass mark fails at once, at the mark it does not")
    func passMark() {
        var house = RetailHouse()
        house.hear(Retail.quizzed(on: 110, right: 1))
        #expect(house.outcome?.verdict == .fail)
        var other = RetailHouse()
        other.hear(Retail.quizzed(on: 110, right: 2))
        #expect(other.outcome == nil)
        #expect(QuizScore(right: 2, drawn: 3).reaches(Decimal6(millionths: 66_666_666)))
        #expect(!QuizScore(right: 2, drawn: 3).reaches(Decimal6(millionths: 66_666_667)))
        #expect(QuizScore(right: 2, drawn: 3).percent == Decimal6(millionths: 66_666_667))
    }

    @Test("ASM-01: answers to items of the pool that were not drawn count for nothing")
    func notDrawn() throws {
        let everything = Dictionary(uniqueKeysWithValues: Retail.quiz.items.map { ($0.id, "r") })
        let layer = try quiz([
            act("1", .started, minute: 0), act("2", .submitted, minute: 1, answers: everything),
        ])
        #expect(layer.right == 4 && layer.percent == Decimal6(100))
    }

    @Test("ASM-05: answers are saved and taken up again, the later choice counts, nobody else has to be there")
    func saved() throws {
        let right = Retail.answers(right: 4)
        let wrong = Retail.answers(right: 0)
        let layer = try quiz([
            act("1", .started, minute: 0), act("2", .saved, minute: 2, answers: wrong),
            act("3", .saved, minute: 8, answers: right), act("4", .submitted, minute: 9),
        ])
        #expect(layer.percent == Decimal6(100) && !layer.isLate)
    }

    @Test("ASM-05: layers of one attempt are taken on different days")
    func days() {
        var house = RetailHouse()
        house.hear(
            Retail.quizzed(on: 110, right: 4) + [
                Retail.act("p", .started, .practical, at: Retail.time(130)),
                Retail.act("e", .submitted, .practical, at: Retail.time(130, 20), submission: "F"),
                Retail.review("r", at: Retail.time(133)),
            ])
        #expect(house.outcome?.awardedAt == Retail.time(133))
    }

    @Test("ASM-26: what was saved before the limit counts, what is handed in after it is marked late")
    func late() throws {
        let right = Retail.answers(right: 2)
        let layer = try quiz([
            act("1", .started, minute: 0), act("2", .saved, minute: 10, answers: right),
            act("3", .submitted, minute: 11, answers: Retail.answers(right: 4)),
        ])
        #expect(layer.isLate && layer.right == 2)
        #expect(layer.limit == Retail.time(110, 10))
        let inTime = try quiz([
            act("1", .started, minute: 0), act("3", .submitted, minute: 10, answers: Retail.answers(right: 4)),
        ])
        #expect(!inTime.isLate && inTime.right == 4)
    }

    @Test("ASM-26: an accommodation multiplies the time and is recorded, the pass mark stays")
    func accommodation() throws {
        let layer = try quiz([
            act("1", .started, minute: 0, timeFactor: Decimal6(millionths: 1_500_000)),
            act("2", .submitted, minute: 15, answers: Retail.answers(right: 1)),
        ])
        #expect(!layer.isLate && layer.timeFactor == Decimal6(millionths: 1_500_000))
        #expect(layer.limit == Retail.time(110, 15))
        #expect(layer.percent == Decimal6(25))
    }

    @Test("ASM-26: a task of which nothing was there in time is worth nothing, one saved in time is scored")
    func lateTask() throws {
        func house(saved: Bool) -> RetailHouse {
            var house = RetailHouse()
            house.hear(
                Retail.quizzed(on: 110, right: 4) + [Retail.act("p", .started, .practical, at: Retail.time(111))]
                    + (saved
                        ? [Retail.act("s", .saved, .practical, at: Retail.time(111, 30), submission: "DRAFT")] : [])
                    + [
                        Retail.act("e", .submitted, .practical, at: Retail.time(111, 31), submission: "LATE"),
                        Retail.review("r", at: Retail.time(112)),
                    ])
            return house
        }
        #expect(house(saved: false).outcome?.verdict == .fail)
        #expect(house(saved: false).outcome?.score == Decimal6(40))
        let saved = house(saved: true)
        #expect(saved.outcome?.verdict == .pass)
        #expect(saved.attempt()?.practical?.isLate == true)
        #expect(saved.attempt()?.practical?.submission == "DRAFT")
    }

    @Test("ASM-05: the window's end is a limit too")
    func windowEnds() throws {
        var house = RetailHouse()
        house.hear([
            Retail.act("1", .started, .quiz, at: Retail.time(160, 1435)),
            Retail.act("2", .saved, .quiz, at: Retail.time(160, 1439), answers: Retail.answers(right: 3)),
            Retail.act("3", .submitted, .quiz, at: Retail.time(161), answers: Retail.answers(right: 4)),
        ])
        let layer = try #require(house.attempt()?.quiz)
        #expect(layer.isLate && layer.right == 3)
    }

    @Test("ASM-05: the first handing in closes a layer")
    func closed() throws {
        let layer = try quiz([
            act("1", .started, minute: 0), act("2", .submitted, minute: 3, answers: Retail.answers(right: 2)),
            act("3", .submitted, minute: 4, answers: Retail.answers(right: 4)),
        ])
        #expect(layer.right == 2 && layer.submittedAt == Retail.time(110, 3))
    }
}
