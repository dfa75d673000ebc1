import Contracts
import Database
import Messaging
import TestKit
import Testing

@testable import AssessmentService

@Suite("Assessment's SQL", .serialized, .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct DatabaseTests {
    private static let statements =
        ResultStatements.all + EnrolmentStatements.all + OutcomeStatements.all + LearningStatements.all
        + AttemptStatements.all + TermStatements.all + UnitStatements.all + ScoreReport.all + AttemptReport.all

    @Test("Every statement is one that the migrated schema knows")
    func prepares() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            for (number, statement) in Self.statements.enumerated() {
                _ = try await transaction.run([Call(Statement("PREPARE assessment_\(number) AS \(statement.sql)"))])
                _ = try await transaction.run([Call(Statement("DEALLOCATE assessment_\(number)"))])
            }
        }
    }

    @Test("ASM-04 ONB-27: what the database keeps is what the rules say, links included", arguments: 0..<12)
    func sameAsRules(seed: Int) async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var generator = FactGenerator(seed: UInt64(seed) + 5000)
            let links = generator.links(5)
            let facts = generator.facts(80)
            var rules = RulesHouse()
            var house = DatabaseHouse(transaction)
            for batch in generator.shuffled(facts + links) {
                let hasLink = batch.contains { $0 is ContractorLink }
                for part in hasLink ? batch.map({ [$0] }) : [batch] {
                    rules.batch(part)
                    try await house.batch(part)
                }
            }
            let books = try await house.books()
            #expect(books.passed == rules.outcomes)
            #expect(books.enrolments.rows == rules.books.enrolments.rows)
            #expect(Set(books.results.facts) == Set(rules.books.results.facts))
            #expect(try await house.batch(facts).emissions.isEmpty)
        }
    }

    @Test("GOV-26: learning statements are kept once, and results stay with their contractor")
    func repeated() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = DatabaseHouse(transaction)
            let statement = LearningRecorded(
                id: "L", revision: 0, eventTime: Fixtures.day(1), person: Person(workerId: "W1"), statement: "{}",
                verb: "v", object: "o")
            try await house.batch([statement, Fixtures.result("R1", "d", 100)])
            let again = try await house.batch([
                statement, Fixtures.result("R1", "d", 100), Fixtures.result("R1", revision: 1, worker: "W2", "d", 1),
            ])
            #expect(again.duplicates.count == 2)
            #expect(again.refusals.map(\.refusal.code) == ["contractor-changed"])
        }
    }

    @Test("ASM-04 ASM-25 ONB-27: the database keeps attempts, terms and verdicts as the rules say", arguments: 0..<8)
    func attempts(seed: Int) async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var generator = AttemptGenerator(seed: UInt64(seed) + 7000)
            let links = generator.links(4)
            let facts = generator.facts(60)
            var rules = RulesHouse()
            var house = DatabaseHouse(transaction, programmes: AttemptGenerator.catalogue)
            for batch in generator.shuffled(facts + links) {
                let hasLink = batch.contains { $0 is ContractorLink }
                for part in hasLink ? batch.map({ [$0] }) : [batch] {
                    rules.batch(part, programmes: AttemptGenerator.catalogue)
                    try await house.batch(part)
                }
            }
            let books = try await house.books()
            #expect(books.attempts.states == rules.books.attempts.states)
            #expect(Set(books.attempts.facts.facts) == Set(rules.books.attempts.facts.facts))
            #expect(books.attempts.terms.terms == rules.books.attempts.terms.terms)
            #expect(books.outcomes.announced == rules.books.outcomes.announced)
            #expect(try await house.batch(facts).emissions.isEmpty)
        }
    }

    @Test("ASM-20: from outcome or enrolment the score, its version, date, rubric and attempt are found")
    func scores() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = DatabaseHouse(transaction, programmes: Retail.catalogue())
            try await house.batch([Retail.enrolment()] + Retail.sat(on: 110, right: 3))
            let (outcome, enrolment) = (Retail.course().outcome, Retail.enrolment().enrolment)
            let found = try await transaction.run([
                Call(ScoreReport.byOutcome, [.uuid(outcome)]), Call(ScoreReport.byEnrolment, [.uuid(enrolment)]),
                Call(ScoreReport.byContractor, [.uuids([Fixtures.contractor("W1")])]),
                Call(AttemptReport.one, [.uuid(Retail.attempt())]),
                Call(AttemptReport.ofContractor, [.uuids([Fixtures.contractor("W1")])]),
            ])
            let report = ScoreReport(
                outcome: "\(outcome)", enrolment: "\(enrolment)", contractor: "\(Fixtures.contractor("W1"))",
                programme: Retail.id, programmeVersion: 1, pathway: "till", offering: Retail.offering, passed: true,
                verdict: "pass", score: "90", awardedAt: "\(Retail.time(111))", attempt: "A1",
                attemptId: "\(Retail.attempt())", rubricVersion: "1")
            for rows in found.prefix(3) { #expect(try ScoreReport.reports(rows) == [report]) }
            let shown: AttemptState = try AttemptStatements.decode(Array(try found[3].only().text(0).utf8))
            #expect(shown.drawn.count == 4 && shown.counts && shown.task != nil)
            #expect(found[4].count == 1)
        }
    }

    @Test("PRG-08: completed units are kept, and a revision that no longer tells of one takes it back")
    func units() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var house = DatabaseHouse(transaction, programmes: Retail.catalogue())
            func statement(_ revision: Int64, _ verb: String) -> LearningRecorded {
                LearningRecorded(
                    id: "L", revision: revision, eventTime: Fixtures.day(120), person: Person(workerId: "W1"),
                    statement: "{}", verb: verb, object: "https://lms.example/retail/till/u1")
            }
            func standing() async throws -> [UnitStatement] {
                let key = Parameter.uuids([Fixtures.contractor("W1")])
                return try UnitStatements.statements(
                    try await transaction.run([Call(UnitStatements.standing, [key])])[0])
            }
            try await house.batch([statement(0, "http://adlnet.gov/expapi/verbs/completed")])
            let known = try await standing()
            #expect(known.map(\.reference) == [UnitReference(programme: "retail", pathway: "till", unit: "u1")])
            try await house.batch([statement(1, "http://adlnet.gov/expapi/verbs/voided")])
            #expect(try await standing().isEmpty)
        }
    }

    @Test("ASM-04: results alone ask nothing of the tables of attempts")
    func selective() throws {
        let results = [Fixtures.item(Fixtures.result("R", "d", 1), message: "M1")]
        #expect(Loading(results, Roster()).calls.allSatisfy { !$0.statement.sql.contains("assessment_attempt") })
        let acts = [Fixtures.item(Retail.act("1", .started, .quiz, at: Retail.time(110)), message: "M2")]
        #expect(Loading(acts, Roster()).calls.contains { $0.statement.sql.contains("assessment_attempt_record") })
    }
}
