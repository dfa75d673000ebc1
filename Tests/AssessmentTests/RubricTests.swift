import Contracts
import Messaging
import Programmes
import Testing

@testable import AssessmentService

@Suite("Rubrics and reviews")
struct RubricTests {
    @Test(
        "ASM-07: levels have points, criteria have weights",
        arguments: [
            (["a": "top", "b": "top"], 100_000_000), (["a": "mid", "b": "top"], 87_500_000),
            (["a": "top", "b": "low"], 25_000_000), (["a": "low", "b": "low"], 0),
        ])
    func weighed(levels: [String: String], percent: Int) {
        var house = RetailHouse()
        house.hear(Retail.sat(on: 110, levels))
        #expect(house.attempt()?.practical?.percent == Decimal6(millionths: Int64(percent)))
    }

    @Test("ASM-07: a score without a level for every criterion is incomplete, until one has them all")
    func incomplete() {
        var house = RetailHouse()
        house.hear(Retail.sat(on: 110, ["b": "top"]))
        #expect(house.attempt()?.practical?.percent == nil)
        #expect(house.attempt()?.practical?.levels == ["b": "top"])
        #expect(house.outcome == nil)
        house.hear([Retail.review("r2", at: Retail.time(115))])
        #expect(house.outcome?.awardedAt == Retail.time(115))
        house.hear([Retail.review("r3", at: Retail.time(116), ["a": "low"])])
        #expect(house.outcome?.verdict == .pass)
    }

    @Test("ASM-07: comments are kept with the levels that they explain")
    func comments() {
        var house = RetailHouse()
        house.hear(Retail.sat(on: 110))
        #expect(house.attempt()?.practical?.comments == ["a": "Seen."])
        #expect(house.attempt()?.practical?.reviewer == "REV")
    }

    @Test("ASM-08: a result keeps the rubric version that it was scored with, whatever is published later")
    func version() throws {
        let newer = Retail.assessment(practical: Retail.practical(Retail.rubric("2", top: 8)))
        let catalogue = ProgrammeCatalogue([Retail.programme(1), Retail.programme(2, newer)])
        var house = RetailHouse(catalogue)
        house.hear(Retail.sat(on: 110))
        #expect(house.outcome?.rubricVersion == "1")
        #expect(house.attempt()?.rubricVersion == "1")
        house.hear([Retail.enrolment("W1", version: 1, sequence: 2)])
        #expect(house.outcome?.rubricVersion == "1")
        var other = RetailHouse(catalogue, enrolled: false)
        other.hear([Retail.enrolment(version: 2)] + Retail.sat(on: 110))
        #expect(other.outcome?.rubricVersion == "2")
        var named = RetailHouse(catalogue)
        named.hear(Retail.sat(on: 110) + [Retail.review("again", at: Retail.time(115), rubric: "2")])
        #expect(named.outcome?.rubricVersion == "2")
    }

    @Test("ASM-08: a review is scored by the rubric version that it names, not by the worker's own")
    func namedVersion() {
        let own = Retail.rubric()
        let newer = Rubric(
            version: "2",
            criteria: zip(own.criteria, [3, 1] as [Int64]).map { criterion, weight in
                RubricCriterion(
                    id: criterion.id, title: criterion.title, weight: Decimal6(weight), levels: criterion.levels)
            })
        var house = RetailHouse(
            ProgrammeCatalogue([
                Retail.programme(1), Retail.programme(2, Retail.assessment(practical: Retail.practical(newer))),
            ]))
        let levels = ["a": "top", "b": "low"]
        house.hear(Retail.sat(on: 110, levels))
        #expect(house.attempt()?.practical?.percent == Decimal6(25))
        house.hear([Retail.review("again", at: Retail.time(115), levels, rubric: "2")])
        #expect(house.attempt()?.practical?.percent == Decimal6(75))
    }

    @Test(
        "ASM-07 ASM-08: what no rubric has is refused with its place",
        arguments: [
            (Retail.review("r", at: Retail.time(111), rubric: "9"), "unknown-rubric", "data.rubricVersion"),
            (Retail.review("r", at: Retail.time(111), ["c": "top"]), "unknown-criterion", "data.levels.c"),
            (Retail.review("r", at: Retail.time(111), ["a": "best"]), "unknown-level", "data.levels.a"),
            (Retail.review("r", at: Retail.time(111), reviewer: "W1"), "reviewer-is-worker", "data.reviewer"),
        ])
    func refused(review: ReviewRecorded, code: String, path: String) throws {
        var house = RetailHouse()
        let refusal = try #require(house.hear([review]).refusals.first?.refusal)
        #expect(refusal.code == code && refusal.path == path)
        #expect(!refusal.message.isEmpty)
    }

    @Test("ASM-07: nobody reviews their own work under another id either")
    func linkedReviewer() {
        var house = RetailHouse()
        house.hear(Retail.sat(on: 110))
        #expect(house.outcome?.verdict == .pass)
        house.hear([
            ContractorLink(
                contractor: Fixtures.contractor("REV"), canonical: Fixtures.contractor("W1"), sequence: 1)
        ])
        #expect(house.outcome == nil)
    }
}
