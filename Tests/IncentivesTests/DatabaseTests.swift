import Contracts
import Database
import Messaging
import Programmes
import TestKit
import Testing

@testable import IncentivesService

@Suite("Incentives' SQL", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct IncentivesDatabaseTests {
    private static let statements =
        FactStatements.all + PoolStatements.all + PremiumStatements.all + LedgerStatements.all
        + ToldStatements.all + RecordStatements.all + ReceiptStatements.all + AnnouncementStatements.all
        + EntryStatements.all + BudgetStatements.all + FairnessReport.all + Explanation.all + BriefQuestion.all

    /// What is decided on items with what a batch finds.
    private static func decide(
        _ items: [Item], again: Bool = false, _ transaction: Transaction
    ) async throws -> Decisions {
        let loading = Loading(items, Roster(), again: again)
        let loaded = try await transaction.run([Call(meet, [.uuids(items.contractorKeys)])] + loading.calls)
        var out = Decisions()
        let context = DecisionContext(
            now: Timestamp(microseconds: 1_700_000_000_000_000), roster: Roster(),
            programmes: ProgrammeCatalogue([RewardsWorld.programme]))
        try IncentivesRules().decide(items, loading, Array(loaded.dropFirst()), context, &out)
        return out
    }

    private static let meet = Statement(
        """
        INSERT INTO incentives_contractor (id, canonical) SELECT k, k FROM unnest($1::uuid[]) k
        ON CONFLICT DO NOTHING
        """)

    @Test("every statement can be prepared")
    func prepare() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            for (index, statement) in IncentivesDatabaseTests.statements.enumerated() {
                _ = try await transaction.run([Call(Statement("PREPARE smoke_\(index) AS \(statement.sql)"))])
                _ = try await transaction.run([Call(Statement("DEALLOCATE smoke_\(index)"))])
            }
        }
    }

    @Test("INC-03, INC-06, INC-07, INC-23: what a batch wrote is what the next one finds, and the ledger balances")
    func roundTrip() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var world = RewardsWorld()
            func decide(_ items: [Item]) async throws -> Decisions {
                let out = try await IncentivesDatabaseTests.decide(items, transaction)
                if !out.writes.isEmpty { _ = try await transaction.run(out.writes) }
                return out
            }
            let value = Money(minorUnits: 30_030, currency: "EUR")
            let first = try await decide([
                world.item(.credentialIssued, try CredentialState.made(100, awarded: "2014-04-01")),
                world.item(.engagementStarted, try EngagementState.made(1, starts: "2014-05-01", value: value)),
            ])
            #expect(first.emissions.map(\.type) == [.poolJoined, .premiumRecommended])
            let second = try await decide([
                world.item(.engagementStarted, try EngagementState.made(2, starts: "2014-05-02")),
                world.item(.engagementStarted, try EngagementState.made(3, starts: "2014-05-03")),
            ])
            #expect(second.emissions.map(\.type) == [.premiumRecommended])
            let third = try await decide([
                world.item(
                    .engagementCancelled, try EngagementState.made(1, revision: 2, .cancelled, starts: "2014-05-01"))
            ])
            #expect(third.emissions.map(\.type) == [.premiumReturned, .premiumRecommended])
            let earnings = EarningsRecorded(
                id: "E-1", revision: 1, eventTime: Timestamp(microseconds: 0), person: Person(workerId: "1"),
                engagement: "W-1", periodStart: Day(number: 0), periodEnd: Day(number: 6),
                gross: Money(minorUnits: 1000, currency: "USD"))
            _ = try await decide([world.item(.earningsRecorded, earnings)])
            #expect(try await decide([world.item(.earningsRecorded, earnings)]).duplicates.count == 1)
            let rows = try await transaction.run([Call(LedgerStatements.violations), Call(LedgerStatements.balances)])
            #expect(rows[0].isEmpty)
            let balances = try rows[1].filter { try $0.text(0).hasSuffix(":entitlement") }
            #expect(balances.isEmpty)
            #expect(try rows[1].contains { try $0.text(1) == "EUR" } == false)
        }
    }

    @Test("INC-03, INC-06: what was another contractor's is taken for new, and found when the batch begins again")
    func again() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var world = RewardsWorld()
            let other = Identifier.contractor(source: "oulad", workerId: "2")
            func decide(_ items: [Item], again: Bool = false) async throws -> Decisions {
                try await IncentivesDatabaseTests.decide(items, again: again, transaction)
            }
            let value = Money(minorUnits: 30_030, currency: "EUR")
            let told = [
                world.item(.credentialIssued, try CredentialState.made(100, awarded: "2014-04-01")),
                world.item(.engagementStarted, try EngagementState.made(1, starts: "2014-05-01", value: value)),
            ]
            _ = try await transaction.run(decide(told).writes)
            let moved = [
                world.item(
                    .credentialCorrected,
                    try CredentialState.made(100, sequence: 2, awarded: "2014-04-01", contractor: other), about: other)
            ]
            let hasty = try await decide(moved)
            #expect(hasty.writes.contains { $0.statement.sql == FactStatements.addCredentials.sql })
            let found = try await decide(moved, again: true)
            #expect(found.emissions.map(\.type) == [.poolJoined, .premiumReturned])
            #expect(found.writes.allSatisfy { $0.statement.sql != FactStatements.addCredentials.sql })
            _ = try await transaction.run(found.writes)
            // By now it is the other's, whoever asks.
            let later = [
                world.item(
                    .credentialCorrected,
                    try CredentialState.made(100, sequence: 3, awarded: "2014-04-02", contractor: other), about: other)
            ]
            let corrected = try await decide(later)
            #expect(corrected.emissions.compactMap { ($0.payload as? PoolMembershipState)?.sequence } == [3])
            let rows = try await transaction.run([Call(LedgerStatements.violations)])
            #expect(rows[0].isEmpty)
        }
    }

    @Test("INC-23: the service's role may not change or remove a posting")
    func appendOnly() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            let rows = try await transaction.run([
                Call(
                    Statement(
                        """
                        SELECT has_table_privilege('guildhall_incentives', 'incentives_posting', 'INSERT'),
                            has_table_privilege('guildhall_incentives', 'incentives_posting', 'UPDATE'),
                            has_table_privilege('guildhall_incentives', 'incentives_posting', 'DELETE'),
                            has_table_privilege('guildhall_incentives', 'incentives_posting', 'TRUNCATE')
                        """))
            ])
            #expect(try (0..<4).map { try rows[0][0].bool($0) } == [true, false, false, false])
        }
    }
}
