import Contracts
import Database
import Foundation
import Logging
import Messaging
import Programmes
import Testing

@testable import CredentialingService

/// The migrated PostgreSQL that these tests work on, named by the environment; every test takes back what it did.
enum MigratedDatabase {
    static let isPresent = ProcessInfo.processInfo.environment["GUILDHALL_TEST_DATABASE_HOST"] != nil
    static let needed: Comment =
        "needs a migrated PostgreSQL named by GUILDHALL_TEST_DATABASE_HOST, _PORT, _NAME, _USER, _PASSWORD"

    private struct TakeBack: Error {}

    /// Runs a test with a pool that is closed afterwards.
    static func withDatabase(_ body: (Database) async throws -> Void) async throws {
        let environment = ProcessInfo.processInfo.environment
        func value(_ name: String) -> String? { environment["GUILDHALL_TEST_DATABASE_\(name)"] }
        let database = Database(
            DatabaseConfiguration(
                host: value("HOST") ?? "127.0.0.1", port: value("PORT").flatMap(Int.init) ?? 5432,
                name: value("NAME") ?? "guildhall", user: value("USER") ?? "guildhall", password: value("PASSWORD"),
                poolSize: 2, applicationName: "guildhall-tests"),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        do {
            try await body(database)
            await database.close()
        } catch {
            await database.close()
            throw error
        }
    }

    /// Runs a test in a transaction that is rolled back.
    static func inTransaction(_ body: (Transaction) async throws -> Void) async throws {
        try await withDatabase { database in
            do {
                try await database.transaction { (transaction: Transaction) -> Void in
                    try await body(transaction)
                    throw TakeBack()
                }
            } catch is TakeBack {
                return
            }
        }
    }
}

@Suite("Credentialing's SQL", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct CredentialingDatabaseTests {
    private static let statements =
        CredentialStatements.all + ErasureStatements.all + KeyStatements.all + LinkStatements.all
        + OutsideStatements.all + PublicPageStatements.all + RequestStatements.all + ShareStatements.all
        + StatusStatements.all + WorkerStatements.all
        + QuestionStatements.all + AccessStatements.all

    @Test("every statement can be prepared")
    func prepare() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            for (index, statement) in Self.statements.enumerated() {
                _ = try await transaction.run([Call(Statement("PREPARE smoke_\(index) AS \(statement.sql)"))])
                _ = try await transaction.run([Call(Statement("DEALLOCATE smoke_\(index)"))])
            }
        }
    }

    @Test("CRD-01: what a batch wrote is what the next one finds")
    func roundTrip() async throws {
        try await MigratedDatabase.inTransaction { transaction in
            var world = try CredentialingWorld(now: "2014-04-01")
            let rules = CredentialingRules(
                issuer: CredentialingWorld.issuer, vault: CredentialingWorld.vault, salt: { [1, 2, 3] })
            func decide(_ outcomes: [OutcomeState]) async throws -> Decisions {
                let items = outcomes.map { world.item(.outcomeDecided, $0) }
                let loaded = try await transaction.run(try rules.queries(for: items))
                var out = Decisions()
                let context = DecisionContext(
                    now: world.now, roster: Roster(),
                    programmes: ProgrammeCatalogue([CredentialingWorld.programme]))
                try rules.decide(items, loaded, context, &out)
                if !out.writes.isEmpty { _ = try await transaction.run(out.writes) }
                return out
            }
            #expect(try await decide([.made(1), .made(2), .made(3, passed: false)]).emissions.count == 2)
            #expect(try await decide([.made(1), .made(2), .made(3, passed: false)]).writes.isEmpty)
            let corrected = try await decide([
                .made(1, sequence: 2, awarded: "2014-02-01"), .made(2, sequence: 2, passed: false),
            ])
            #expect(corrected.emissions.map(\.type) == [.credentialCorrected, .credentialRevoked])
            let id = Credential.id(of: OutcomeState.made(1).outcome)
            let rows = try await transaction.run([
                Call(PublicPageStatements.document, [.uuid(id), .uuid(CredentialingWorld.contractor)])
            ])
            #expect(
                String(decoding: try rows[0][0].bytes(7), as: UTF8.self).contains(
                    "\"validFrom\":\"2014-02-01T00:00:00Z\""))
            #expect(try rows[0][0].text(0) == "lapsed")
            #expect(try rows[0][0].timestamp(2) == UTCMoment.parse("2015-02-01"))
        }
    }
}
