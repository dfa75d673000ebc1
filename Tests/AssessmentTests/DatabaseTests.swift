import Contracts
import Database
import Messaging
import Testing

@testable import AssessmentService

@Suite("Assessment's SQL", .serialized, .enabled(if: TestServer.isPresent, TestServer.needed))
struct DatabaseTests {
    private static let statements =
        Loading.all + ResultStatements.all + EnrolmentStatements.all + OutcomeStatements.all + LearningStatements.all

    @Test("Every statement is one that the migrated schema knows")
    func prepares() async throws {
        try await TestServer.rolledBack { transaction in
            for (number, statement) in Self.statements.enumerated() {
                _ = try await transaction.run([Call(Statement("PREPARE assessment_\(number) AS \(statement.sql)"))])
                _ = try await transaction.run([Call(Statement("DEALLOCATE assessment_\(number)"))])
            }
        }
    }

    @Test("ASM-04 ONB-27: what the database keeps is what the rules say, links included", arguments: 0..<12)
    func sameAsRules(seed: Int) async throws {
        try await TestServer.rolledBack { transaction in
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
        try await TestServer.rolledBack { transaction in
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
}
