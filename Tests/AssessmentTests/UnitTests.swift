import Contracts
import Messaging
import Programmes
import Testing

@testable import AssessmentService

@Suite("Progress in units")
struct UnitTests {
    private func statement(
        _ id: String, at day: Int32, _ object: String, verb: String = "http://adlnet.gov/expapi/verbs/completed"
    ) -> LearningRecorded {
        LearningRecorded(
            id: id, revision: 0, eventTime: Fixtures.day(day), person: Person(workerId: "W1"), statement: "{}",
            verb: verb, object: object)
    }

    private func progress(
        _ statements: [LearningRecorded], _ enrolments: [EnrolmentState] = [Retail.enrolment()]
    ) throws -> [ProgressReport] {
        let catalogue = Retail.catalogue()
        var learning = LearningBook()
        for statement in statements {
            let item = Fixtures.item(statement, message: statement.id)
            _ = learning.take(statement, item, Fixtures.contractor("W1"), catalogue)
        }
        return ProgressReport.make(enrolments, learning.units, catalogue)
    }

    @Test("PRG-08: completed units are kept, in any order, with the earliest moment of each")
    func kept() throws {
        let report = try #require(
            try progress([
                statement("1", at: 150, "https://lms.example/retail/till/u2"), statement("2", at: 120, "u2"),
                statement("3", at: 140, "u1", verb: "http://adlnet.gov/expapi/verbs/passed"),
            ]).first)
        #expect(report.units.map(\.completedAt) == ["\(Fixtures.day(140))", "\(Fixtures.day(120))"])
        #expect(report.completedUnits == 2 && report.completedMinutes == 20 && report.minutes == 20)
        #expect(report.endsOn == "\(Day(number: 160))")
    }

    @Test("PRG-08: the only deadline is the offering's end, and what came before the opt-in is left out")
    func deadline() throws {
        let report = try #require(
            try progress([
                statement("1", at: 89, "u1"), statement("2", at: 161, "u1"), statement("3", at: 160, "u2"),
            ]).first)
        #expect(report.units.map(\.completedAt) == [nil, "\(Fixtures.day(160))"])
    }

    @Test("PRG-08: other verbs, units of other pathways and units nobody knows are no progress")
    func others() throws {
        let report = try #require(
            try progress([
                statement("1", at: 120, "u1", verb: "http://adlnet.gov/expapi/verbs/launched"),
                statement("2", at: 120, "https://lms.example/u9"),
            ]).first)
        #expect(report.completedUnits == 0)
        #expect(
            !UnitReference(programme: "other", pathway: "till", unit: "u1").isOf(programme: "retail", pathway: "till"))
    }

    @Test("PRG-08: progress is there for open enrolments alone, of what Guildhall delivers")
    func openOnly() throws {
        #expect(try progress([statement("1", at: 120, "u1")], [Retail.enrolment("W1", .withdrawn)]).isEmpty)
        #expect(try progress([statement("1", at: 120, "u1")], [Fixtures.enrolment()]).isEmpty)
    }
}
