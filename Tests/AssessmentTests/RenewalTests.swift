import Contracts
import Messaging
import Programmes
import Testing

@testable import AssessmentService

@Suite("Renewal attempts")
struct RenewalTests {
    private func house(_ assessment: PathwayAssessment = Retail.assessment()) -> RetailHouse {
        var house = RetailHouse(Retail.catalogue(assessment))
        house.hear(Retail.sat(on: 110))
        return house
    }

    @Test("CRD-06 ASM-05: while a renewal is open its layers are accepted, and passing them renews")
    func passed() throws {
        var house = house()
        house.hear([Retail.credential(until: 400)])
        let out = house.hear(Retail.quizzed(on: 380, right: 3, "R1", isRenewal: true))
        let state = try #require(out.emissions.compactMap { $0.payload as? RenewalState }.first)
        #expect(state.renewal == Retail.attempt("R1") && state.credential == .derived("credential", "W1"))
        #expect(state.passedAt == Retail.time(380, 725) && state.score == Decimal6(75) && !state.isWithdrawn)
        #expect(out.emissions.map(\.type) == [.renewalPassed])
        #expect(house.outcome?.attempt == "A1" && house.outcome?.awardedAt == Retail.time(111))
    }

    @Test(
        "CRD-06: a renewal that is not open, over, or taken back takes no attempts", arguments: [369, 400] as [Int32])
    func notOpen(day: Int32) {
        var house = house()
        house.hear([Retail.credential(until: 400)])
        house.hear(Retail.quizzed(on: day, right: 4, "R1", isRenewal: true))
        #expect(house.attempt("R1")?.refusal == .renewalNotOpen)
        var revoked = self.house()
        revoked.hear([Retail.credential(until: 400, status: .revoked)])
        revoked.hear(Retail.quizzed(on: 380, right: 4, "R1", isRenewal: true))
        #expect(revoked.attempt("R1")?.refusal == .renewalNotOpen)
    }

    @Test("CRD-06: attempts count as soon as the renewal is heard of, and each term has its own")
    func terms() {
        var house = house()
        house.hear(Retail.quizzed(on: 380, right: 4, "R1", isRenewal: true))
        #expect(house.attempt("R1")?.refusal == .renewalNotOpen)
        house.hear([Retail.credential(until: 400)])
        #expect(house.house.renewals.count == 1)
        house.hear([Retail.credential(until: 745, renewals: 1, sequence: 2)])
        house.hear(Retail.quizzed(on: 740, right: 4, "R2", isRenewal: true))
        #expect(
            house.house.renewals.values.map(\.passedAt).sorted() == [
                Retail.time(380, 725), Retail.time(740, 725),
            ])
    }

    @Test("CRD-05: a late fact takes a renewal back, a better one gives it again")
    func withdrawn() {
        var house = house()
        house.hear([Retail.credential(until: 400)] + Retail.quizzed(on: 380, right: 4, "R1", isRenewal: true))
        let worse = Retail.act(
            "R1qe", .submitted, .quiz, at: Retail.time(380, 725), "R1", revision: 1,
            answers: Retail.answers(right: 0, "R1"), isRenewal: true)
        let out = house.hear([worse])
        #expect(out.emissions.compactMap { ($0.payload as? RenewalState)?.isWithdrawn } == [true])
        #expect(house.house.renewals.isEmpty)
        house.hear(Retail.quizzed(on: 382, right: 4, "R2", isRenewal: true))
        #expect(house.house.renewals.keys.sorted() == [Retail.attempt("R2")])
    }

    @Test("ASM-24: a renewal has attempts of its own")
    func ownAttempts() {
        var house = house(Retail.assessment(AttemptRule(most: 1, waitHours: 0)))
        house.hear([Retail.credential(until: 400)])
        house.hear(Retail.quizzed(on: 380, right: 1, "R1", isRenewal: true))
        house.hear(Retail.quizzed(on: 382, right: 4, "R2", isRenewal: true))
        #expect(house.attempt("R1")?.verdict == .fail)
        #expect(house.attempt("R2")?.refusal == .tooManyAttempts)
    }

    @Test("ASM-15: the practical task of a renewal is paid like any other")
    func paid() {
        var house = house(Retail.assessment(renewal: [.practical]))
        house.hear([
            Retail.credential(until: 400),
            Retail.act("s", .started, .practical, at: Retail.time(380), "R1", isRenewal: true),
            Retail.act("e", .submitted, .practical, at: Retail.time(380, 9), "R1", submission: "F", isRenewal: true),
            Retail.review("x", at: Retail.time(381), ["a": "top", "b": "top"], "R1"),
        ])
        #expect(house.house.renewals.values.map(\.score) == [Decimal6(100)])
        #expect(house.house.paidTasks.count == 2)
    }

    @Test("ASM-04: credentials of programmes delivered elsewhere change nothing here")
    func external() {
        var house = RulesHouse()
        let out = house.batch(
            [Retail.credential(until: 400)],
            programmes: ProgrammeCatalogue([Retail.programme(1, delivery: .external)]))
        #expect(out.writes.isEmpty && out.emissions.isEmpty && out.parked.isEmpty)
    }
}
