import Contracts
import Database
import Messaging
import Testing

@testable import OnboardingService

@Suite("Onboarding's SQL", .serialized, .enabled(if: TestServer.isPresent, TestServer.needed))
struct DatabaseTests {
    private static let statements =
        Loading.all + ContractorStatements.all + EngagementStatements.all + CaseStatements.all
        + EnrolmentStatements.all + VerificationStatements.all + RecordStatements.all + StandingStatements.all
        + TimeStatements.all + GateStatements.all + InvitationStatements.all + NoticeStatements.all
        + FileStatements.all

    @Test("Every statement is one that the migrated schema knows")
    func prepares() async throws {
        try await TestServer.rolledBack { transaction in
            for (number, statement) in Self.statements.enumerated() {
                _ = try await transaction.run([Call(Statement("PREPARE onboarding_\(number) AS \(statement.sql)"))])
                _ = try await transaction.run([Call(Statement("DEALLOCATE onboarding_\(number)"))])
            }
        }
    }

    @Test("ONB-01 ONB-02 ONB-05 ONB-06 ONB-08 ONB-13 ONB-22 ONB-27: what the database keeps is what the rules say", arguments: 0..<12)
    func sameAsRules(seed: Int) async throws {
        try await TestServer.rolledBack { transaction in
            var generator = RecordGenerator(seed: UInt64(seed) + 5000)
            let inbound = generator.records(80)
            let records = inbound + generator.events(20)
            var rules = RulesHouse()
            rules.batch(records)
            var house = DatabaseHouse(transaction)
            for batch in generator.shuffled(records) { try await house.batch(batch) }
            #expect(try await house.state() == rules.state)
            #expect(house.announced == rules.announced)
            let again = try await house.batch(inbound)
            #expect(again.duplicates.count == inbound.count)
            #expect(again.writes.isEmpty)
        }
    }

    @Test("ONB-27: operators' links and their undoing survive in the database")
    func links() async throws {
        try await TestServer.rolledBack { transaction in
            var house = DatabaseHouse(transaction)
            let (first, second) = (Fixtures.contractor("W1"), Fixtures.contractor("W2"))
            try await house.batch([
                Fixtures.engagement("E1", at: 100, worker: "W1", person: "P"),
                Fixtures.engagement("E2", at: 200, worker: "W2", person: "P"),
            ])
            #expect(house.announced.canonicals == [second: first])
            try await house.batch([Fixtures.command(.contractorUnlinked, second, second)])
            #expect(house.announced.canonicals.isEmpty)
            try await house.batch([Fixtures.engagement("E3", at: 300, worker: "W2", person: "P")])
            #expect(house.announced.canonicals.isEmpty)
            try await house.batch([Fixtures.command(.contractorLinked, first, second)])
            #expect(house.announced.canonicals == [second: first])
            try await house.batch([Fixtures.engagement("E4", at: 50, worker: "W2")])
            #expect(house.announced.canonicals == [first: second])
            let rows = try await transaction.run([
                Call(
                    Statement(
                        "SELECT id, canonical, link_sequence FROM onboarding_contractor WHERE id = ANY ($1) ORDER BY id"
                    ), [.uuids([first, second])]),
                Call(
                    Statement("SELECT count(*) FROM onboarding_link WHERE alias = ANY ($1) AND undone_at IS NULL"),
                    [.uuids([first, second])]),
            ])
            #expect(try rows[0].allSatisfy { try $0.identifier(1) == second })
            #expect(try rows[1].only().int64(0) == 1)
        }
    }

    @Test("GOV-26: a record that another contractor's batch made meanwhile is refused")
    func otherContractor() async throws {
        try await TestServer.rolledBack { transaction in
            var house = DatabaseHouse(transaction)
            try await house.batch([Fixtures.engagement(), Fixtures.consent(), Fixtures.verification()])
            let out = try await house.batch([
                Fixtures.engagement(revision: 1, worker: "W2"), Fixtures.consent(revision: 1, worker: "W2"),
                Fixtures.verification(revision: 1, worker: "W2"),
            ])
            #expect(out.refusals.map(\.refusal.code) == Array(repeating: "contractor-changed", count: 3))
        }
    }
}
