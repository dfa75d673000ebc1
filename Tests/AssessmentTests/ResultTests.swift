import Contracts
import Messaging
import Programmes
import Testing

@testable import AssessmentService

@Suite("Results and enrolments")
struct ResultTests {
    @Test(
        "ASM-04: a result of nothing there is, or outside its scale, is refused with its path",
        arguments: [
            (Fixtures.result("R", "a", 1, programme: "no"), "unknown-programme", "data.programme"),
            (Fixtures.result("R", offering: "no", "a", 1), "unknown-offering", "data.offering"),
            (Fixtures.result("R", "no", 1), "unknown-assessment", "data.assessment"),
            (Fixtures.result("R", "a", 101), "score-out-of-range", "data.score"),
            (Fixtures.result("R", "a", -1), "score-out-of-range", "data.score"),
            (Fixtures.result("R", "a", 0, of: 0), "empty-scale", "data.scale.maximum"),
        ])
    func refused(record: AssessmentResultRecorded, code: String, path: String) throws {
        var house = RulesHouse()
        let out = house.batch([Fixtures.enrolment(), record])
        let refusal = try #require(out.refusals.first?.refusal)
        #expect(refusal.code == code)
        #expect(refusal.path == path)
        #expect(out.emissions.isEmpty)
        #expect(house.books.results.facts.isEmpty)
    }

    @Test("ONB-08: without an open enrolment there is no outcome and no start")
    func noEnrolment() {
        var house = RulesHouse()
        let out = house.batch([Fixtures.result("R", "d", 100)])
        #expect(out.emissions.isEmpty && out.audits.isEmpty)
        #expect(out.writes.count == 1)
        let other = house.batch([Fixtures.enrolment(offering: "AAA-2")])
        #expect(other.emissions.isEmpty)
    }

    @Test("ASM-18: a passing result is announced at once, with its enrolment, version and award")
    func decided() throws {
        var house = RulesHouse()
        house.batch([Fixtures.enrolment()])
        let out = house.batch([Fixtures.result("R", at: 77, "d", 100)])
        #expect(out.emissions.map(\.type) == [.assessmentStarted, .outcomeDecided])
        let state = try #require(out.emissions.last?.payload as? OutcomeState)
        #expect(state.outcome == Fixtures.course().outcome)
        #expect(state.enrolment == Fixtures.enrolment().enrolment)
        #expect(state.achievement == "AAA-1")
        #expect(state.awardedAt == Fixtures.day(77))
        #expect(state.score == Decimal6(40))
        #expect(state.sequence == 1)
    }

    @Test("GOV-01: an outcome's audit entry names rule, version and every input")
    func audit() throws {
        var house = RulesHouse()
        let out = house.batch([Fixtures.enrolment(), Fixtures.result("R", at: 77, "d", 100)])
        let entry = try #require(out.audits.first?.entry)
        #expect(entry.decision == "outcome.decided")
        #expect(entry.rule == "outcome/1")
        #expect(entry.programme == "oulad")
        #expect(entry.programmeVersion == 1)
        #expect(entry.contractor == Fixtures.contractor("W1"))
        #expect(entry.inputs.contains(#""assessment":"d","percentMillionths":100000000"#))
        #expect(entry.inputs.contains(#""passMarkMillionths":40000000"#))
        #expect(entry.outcome == "passed at 1970-03-19T00:00:00Z")
    }

    @Test("ASM-04: results that came before the enrolment count with it")
    func resultFirst() {
        var house = RulesHouse()
        house.batch([Fixtures.result("R", "d", 100)])
        #expect(house.batch([Fixtures.enrolment()]).emissions.map(\.type) == [.assessmentStarted, .outcomeDecided])
    }

    @Test("ASM-04: a late result re-dates the award under the same id, a later one says nothing")
    func late() throws {
        var house = RulesHouse()
        house.batch([Fixtures.enrolment(), Fixtures.result("R1", at: 100, "d", 100)])
        #expect(house.batch([Fixtures.result("R2", at: 200, "c", 100)]).emissions.isEmpty)
        let out = house.batch([
            Fixtures.result("R3", at: 50, "b", 100), Fixtures.result("R4", at: 60, "c", 90),
        ])
        #expect(out.emissions.map(\.type) == [.assessmentStarted, .outcomeCorrected])
        let state = try #require(out.emissions.last?.payload as? OutcomeState)
        #expect(state.outcome == Fixtures.course().outcome)
        #expect(state.awardedAt == Fixtures.day(60))
        #expect(state.sequence == 2)
    }

    @Test("ASM-04: a corrected score takes the outcome back, and another one gives it again")
    func corrected() throws {
        var house = RulesHouse()
        house.batch([Fixtures.enrolment(), Fixtures.result("R1", at: 100, "d", 100)])
        let back = house.batch([Fixtures.result("R1", revision: 1, at: 100, "d", 10)])
        let state = try #require(back.emissions.first?.payload as? OutcomeState)
        #expect(back.emissions.map(\.type) == [.outcomeCorrected])
        #expect(!state.passed && state.awardedAt == nil && state.score == Decimal6(4))
        let again = house.batch([Fixtures.result("R1", revision: 2, at: 100, "d", 100)])
        #expect((again.emissions.first?.payload as? OutcomeState)?.sequence == 3)
    }

    @Test("INC-20 ONB-08: whoever leaves keeps what was earned until then; results from later do not count")
    func left() {
        var house = RulesHouse()
        house.batch([Fixtures.enrolment(), Fixtures.result("R1", at: 100, "d", 100)])
        #expect(house.batch([Fixtures.enrolment("W1", .withdrawn, sequence: 2, left: 100)]).emissions.isEmpty)
        #expect(house.announced.mapValues(\.awardedAt) == [Fixtures.course("W1").outcome: Fixtures.day(100)])
        var late = RulesHouse()
        late.batch([Fixtures.enrolment("W1", .withdrawn, sequence: 2, left: 99)])
        #expect(late.batch([Fixtures.result("R1", at: 100, "d", 100)]).emissions.map(\.type) == [.assessmentStarted])
        late.batch([Fixtures.enrolment(sequence: 3)])
        #expect(late.announced == house.announced)
    }

    @Test("INC-20: of two who are one person and both left, the one who left last decides until when results count")
    func bothLeft() {
        var house = RulesHouse()
        house.batch([
            Fixtures.enrolment("W1", .withdrawn, sequence: 2, left: 110),
            Fixtures.enrolment("W2", .withdrawn, sequence: 2, left: 90),
            Fixtures.result("R1", at: 100, worker: "W2", "d", 100),
        ])
        #expect(house.announced.isEmpty)
        let (alias, canonical) = (Fixtures.contractor("W2"), Fixtures.contractor("W1"))
        house.batch([ContractorLink(contractor: alias, canonical: canonical, sequence: 1)])
        #expect(house.announced.mapValues(\.awardedAt) == [Fixtures.course("W1").outcome: Fixtures.day(100)])
    }

    @Test("ONB-08: an opt-in that a correction undid takes its outcome with it until it is given again")
    func withdrawn() {
        var house = RulesHouse()
        house.batch([Fixtures.enrolment(), Fixtures.result("R1", "d", 100)])
        let out = house.batch([Fixtures.enrolment("W1", .withdrawn, sequence: 2)])
        #expect((out.emissions.first?.payload as? OutcomeState)?.passed == false)
        #expect(house.batch([Fixtures.enrolment(sequence: 1)]).emissions.isEmpty)
        let again = house.batch([Fixtures.enrolment(sequence: 3)])
        #expect((again.emissions.first?.payload as? OutcomeState)?.passed == true)
    }

    @Test("GOV-26: a result sent again is a duplicate, with another content a conflict")
    func repeated() {
        var house = RulesHouse()
        house.batch([Fixtures.enrolment(), Fixtures.result("R1", "d", 100)])
        let out = house.batch([Fixtures.result("R1", "d", 100), Fixtures.result("R1", "d", 99)])
        #expect(out.duplicates.count == 1)
        #expect(out.refusals.map(\.refusal.code) == ["revision-conflict"])
        #expect(out.emissions.isEmpty && out.writes.isEmpty)
        #expect(house.batch([Fixtures.result("R1", revision: 1, worker: "W2", "d", 99)]).refusals.count == 1)
    }

    @Test("ONB-27: a link moves the outcome to the older contractor, its undoing gives it back")
    func linked() throws {
        var house = RulesHouse()
        house.batch([
            Fixtures.enrolment("W1"), Fixtures.result("R1", at: 10, worker: "W1", "c", 100),
            Fixtures.result("R2", at: 20, worker: "W2", "a", 100), Fixtures.enrolment("W2"),
            Fixtures.result("R3", at: 30, worker: "W2", "d", 80),
        ])
        #expect(Set(house.announced.keys) == [Fixtures.course("W2").outcome])
        let (alias, canonical) = (Fixtures.contractor("W2"), Fixtures.contractor("W1"))
        house.batch([ContractorLink(contractor: alias, canonical: canonical, sequence: 1)])
        #expect(house.announced.mapValues(\.awardedAt) == [Fixtures.course("W1").outcome: Fixtures.day(20)])
        house.batch([ContractorLink(contractor: alias, canonical: alias, sequence: 2)])
        #expect(house.announced.mapValues(\.awardedAt) == [Fixtures.course("W2").outcome: Fixtures.day(30)])
        #expect(house.announced == house.outcomes)
    }

    @Test("ASM-04: an enrolment is judged by the version it was opened under")
    func version() throws {
        let second = Fixtures.programme(2, offerings: [Fixtures.offering("AAA-1", [("e", 1, true)])])
        let catalogue = ProgrammeCatalogue([Fixtures.programme(1, offerings: Fixtures.offerings), second])
        var house = RulesHouse()
        house.batch([Fixtures.enrolment("W1"), Fixtures.enrolment("W2", version: 2)], programmes: catalogue)
        let out = house.batch(
            [Fixtures.result("R1", worker: "W1", "d", 100), Fixtures.result("R2", worker: "W2", "e", 50)],
            programmes: catalogue)
        #expect(out.refusals.isEmpty)
        #expect(out.emissions.compactMap { ($0.payload as? OutcomeState)?.programmeVersion }.sorted() == [1, 2])
        let unknown = house.batch([Fixtures.result("R3", worker: "W2", "d", 100)], programmes: catalogue)
        #expect(unknown.refusals.map(\.refusal.code) == ["unknown-assessment"])
        let parked = house.batch([Fixtures.enrolment("W3", version: 9)], programmes: catalogue)
        #expect(parked.parked.count == 1)
    }

    @Test("GOV-26: learning statements are kept once")
    func learning() {
        let record = LearningRecorded(
            id: "L", revision: 0, eventTime: Fixtures.day(1), person: Person(workerId: "W1"), statement: "{}",
            verb: "v", object: "o")
        var house = RulesHouse()
        #expect(house.batch([record]).writes.count == 1)
        let again = house.batch([record])
        #expect(again.duplicates.count == 1)
        #expect(again.writes.isEmpty)
    }
}
