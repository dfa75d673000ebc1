import Contracts
import Messaging
import Programmes
import Testing

@testable import AssessmentService

@Suite("Which attempts count")
struct AttemptRuleTests {
    private func house(_ rule: AttemptRule) -> RetailHouse {
        RetailHouse(Retail.catalogue(Retail.assessment(rule)))
    }

    @Test("ASM-24: attempts beyond the maximum are refused with the reason, and count for nothing")
    func most() {
        var house = house(AttemptRule(most: 2, waitHours: 0))
        for day in [110, 112, 114] as [Int32] { house.hear(Retail.quizzed(on: day, right: 0, "A\(day)")) }
        house.hear(Retail.sat(on: 116, ["a": "top", "b": "top"], "A116"))
        #expect(house.attempt("A112")?.refusal == nil)
        #expect(house.attempt("A114")?.refusal == .tooManyAttempts)
        #expect(house.attempt("A116")?.refusalMessage == AttemptRefusal.tooManyAttempts.message)
        #expect(house.outcome?.verdict == .fail)
        #expect(house.house.decisions.flatMap(\.audits).map(\.entry.outcome).contains("refused: too-many-attempts"))
    }

    @Test("ASM-24: an attempt that was earlier in the world uses up its place however late it is heard of")
    func lateArrival() {
        var house = house(AttemptRule(most: 1, waitHours: 0))
        house.hear(Retail.sat(on: 116, ["a": "top", "b": "top"], "A116"))
        #expect(house.outcome?.verdict == .pass)
        house.hear(Retail.quizzed(on: 110, right: 0))
        #expect(house.attempt("A116")?.refusal == .tooManyAttempts)
        #expect(house.outcome?.verdict == .fail)
    }

    @Test("ASM-24: between handing one in and starting the next the waiting time has to be over")
    func waiting() {
        var house = house(AttemptRule(most: 3, waitHours: 24))
        house.hear(Retail.quizzed(on: 110, right: 0))
        house.hear([Retail.act("early", .started, .quiz, at: Retail.time(111, 724), "A2")])
        house.hear([Retail.act("right", .started, .quiz, at: Retail.time(111, 725), "A3")])
        #expect(house.attempt("A2")?.refusal == .waitingTime)
        #expect(house.attempt("A3")?.refusal == nil)
    }

    @Test("ASM-24: which attempt counts is the programme's", arguments: AttemptCounting.allCases)
    func counting(counting: AttemptCounting) {
        var house = house(AttemptRule(most: 3, waitHours: 0, counting: counting))
        house.hear(Retail.sat(on: 110, right: 2, ["a": "top", "b": "low"], "A1"))
        house.hear(Retail.sat(on: 112, ["a": "top", "b": "top"], "A2"))
        house.hear(Retail.sat(on: 114, ["a": "low", "b": "low"], "A3"))
        let expected: (String, OutcomeVerdict) =
            switch counting {
            case .first: ("A1", .fail)
            case .best: ("A2", .pass)
            case .last: ("A3", .fail)
            }
        #expect(house.outcome?.attempt == expected.0 && house.outcome?.verdict == expected.1)
        #expect(house.attempt(expected.0)?.counts == true)
    }

    @Test("ASM-24: of the best attempts the first one dates the award")
    func best() {
        var house = house(AttemptRule(most: 3, waitHours: 0))
        house.hear(Retail.sat(on: 110, right: 3, ["a": "top", "b": "top"], "A1"))
        house.hear(Retail.sat(on: 113, ["a": "top", "b": "top"], "A2"))
        #expect(house.outcome?.attempt == "A2" && house.outcome?.score == Decimal6(100))
        #expect(house.outcome?.awardedAt == Retail.time(111))
    }

    @Test("ASM-05: an attempt outside the offering's dates is refused", arguments: [99, 161] as [Int32])
    func window(day: Int32) throws {
        var house = RetailHouse()
        let out = house.hear([Retail.act("1", .started, .quiz, at: Retail.time(day))])
        let refusal = try #require(out.refusals.first?.refusal)
        #expect(refusal.code == "outside-window" && refusal.path == "data.eventTime")
        #expect(house.hear([Retail.act("2", .started, .quiz, at: Retail.time(100))]).refusals.isEmpty)
    }

    @Test("ASM-05: the window is that of the version that the worker takes part in, whatever a later one says")
    func windowOfVersion() {
        let catalogue = ProgrammeCatalogue([Retail.programme(1), Retail.programme(2, starts: 200)])
        var house = RetailHouse(catalogue)
        house.hear(Retail.sat(on: 210))
        #expect(house.attempt()?.refusal == .outsideWindow)
        #expect(house.outcome == nil)
        var later = RetailHouse(catalogue, enrolled: false)
        later.hear([Retail.enrolment(version: 2)] + Retail.sat(on: 210))
        #expect(later.attempt()?.refusal == nil)
        #expect(later.outcome?.verdict == .pass)
    }

    @Test("ASM-05: without an open enrolment an attempt counts for nothing until there is one (G1)")
    func enrolment() {
        var house = RetailHouse(enrolled: false)
        house.hear(Retail.sat(on: 110))
        #expect(house.attempt()?.refusal == .notEnrolled)
        #expect(house.outcome == nil)
        house.hear([Retail.enrolment(at: 109)])
        #expect(house.attempt()?.refusal == nil)
        #expect(house.outcome?.verdict == .pass)
        house.hear([Retail.enrolment("W1", .withdrawn, sequence: 2)])
        #expect(house.outcome == nil && house.attempt()?.refusal == .notEnrolled)
        house.hear([Retail.enrolment(at: 120, sequence: 4)])
        #expect(house.outcome?.awardedAt == Retail.time(111))
    }

    @Test("INC-20 ASM-05: an attempt counts as far as it had come when its worker left")
    func left() {
        var house = RetailHouse()
        house.hear(Retail.sat(on: 110))
        let before = house.outcome
        house.hear([Retail.enrolment("W1", .withdrawn, sequence: 2, left: 112)])
        #expect(before?.verdict == .pass && house.outcome == before && house.house.paidTasks.count == 1)
        house.hear(Retail.sat(on: 113, ["a": "top", "b": "top"], "A2"))
        #expect(house.attempt("A2")?.refusal == .notEnrolled && house.outcome == before)
        house.hear([Retail.enrolment("W1", .withdrawn, sequence: 3, left: 109)])
        #expect(house.attempt()?.refusal == .notEnrolled && house.outcome == nil && house.house.paidTasks.isEmpty)
    }

    @Test("ASM-05: an attempt without a start counts once the start is heard of")
    func notStarted() {
        var house = RetailHouse()
        let facts = Retail.sat(on: 110)
        house.hear(Array(facts.dropFirst()))
        #expect(house.outcome == nil)
        house.hear([facts[0]])
        #expect(house.outcome?.verdict == .pass)
    }

    @Test(
        "ASM-01 ASM-02: what the assessment does not have is refused with its place",
        arguments: [
            (
                Retail.act("1", .saved, .quiz, at: Retail.time(110), answers: ["no": "r"]), "unknown-item",
                "data.answers.no"
            ),
            (
                Retail.act("1", .saved, .quiz, at: Retail.time(110), answers: ["i1": "x"]), "unknown-option",
                "data.answers.i1"
            ),
        ])
    func unknown(act: AttemptRecorded, code: String, path: String) throws {
        var house = RetailHouse()
        let refusal = try #require(house.hear([act]).refusals.first?.refusal)
        #expect(refusal.code == code && refusal.path == path)
    }

    @Test("ASM-25: an attempt's name belongs to its worker and offering")
    func identity() {
        func id(_ worker: String, _ offering: String) -> Identifier {
            AttemptFact.attempt(
                source: Fixtures.source, worker: worker, programme: Retail.id, offering: offering, name: "A1")
        }
        #expect(Set([id("W1", "one"), id("W2", "one"), id("W1", "two")]).count == 3)
        var house = RetailHouse()
        house.hear(Retail.sat(on: 110))
        house.hear([Retail.enrolment("W2")] + Retail.quizzed(on: 111, right: 0, worker: "W2").map { renamed($0) })
        #expect(house.outcome?.verdict == .pass)
        #expect(house.attempt("A1", worker: "W2")?.verdict == .fail)
    }

    private func renamed(_ payload: any Payload) -> any Payload {
        guard var act = payload as? AttemptRecorded else { return payload }
        act.id += "/W2"
        return act
    }

    @Test("ASM-05: what is delivered elsewhere, or unknown, takes no attempts")
    func elsewhere() {
        let act = Retail.act("1", .started, .quiz, at: Retail.time(110))
        for (catalogue, code) in [
            (ProgrammeCatalogue([Retail.programme(1, delivery: .external)]), "not-assessed-here"),
            (Retail.catalogue(nil), "not-assessed-here"), (ProgrammeCatalogue(), "unknown-programme"),
        ] {
            var house = RulesHouse()
            #expect(house.batch([act], programmes: catalogue).refusals.map(\.refusal.code) == [code])
        }
        var live = RetailHouse(Retail.catalogue(Retail.assessment(review: nil)))
        let review = Retail.review("live", at: Retail.time(112), layer: .review, decision: .pass)
        #expect(live.hear([review]).refusals.map(\.refusal.code) == ["no-such-layer"])
    }

    @Test("GOV-26: an act sent again is a duplicate, with another content a conflict, about another worker refused")
    func repeated() {
        var house = RetailHouse()
        let act = Retail.act("1", .started, .quiz, at: Retail.time(110))
        house.hear([act])
        #expect(house.hear([act]).duplicates.count == 1)
        let other = Retail.act("1", .started, .quiz, at: Retail.time(111))
        #expect(house.hear([other]).refusals.map(\.refusal.code) == ["revision-conflict"])
        let moved = Retail.act("1", .started, .quiz, at: Retail.time(110), worker: "W2", revision: 1)
        #expect(house.hear([moved]).refusals.map(\.refusal.code) == ["contractor-changed"])
    }

    @Test("ASM-04: results from elsewhere do not count where Guildhall assesses itself")
    func results() {
        var house = RetailHouse()
        house.hear(Retail.sat(on: 110))
        let out = house.hear([Fixtures.result("R", offering: Retail.offering, "a", 1, programme: Retail.id)])
        #expect(out.refusals.map(\.refusal.code) == ["unknown-assessment"])
        #expect(house.outcome?.verdict == .pass)
    }
}
