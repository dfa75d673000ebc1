import Contracts
import Database
import Foundation
import Logging
import Testing

@testable import Messaging

@Suite("Reading the audit trail")
struct AuditReadingTests {
    private static let server = DatabaseConfiguration.ofTests

    @Test(
        "GOV-01: a range with more entries than a page, whose transaction ids gain a digit, is read to the last entry",
        .enabled(if: server != nil, "needs a database in GUILDHALL_TEST_DATABASE_*; run `make test`"))
    func everyEntry() async throws {
        let configuration = try #require(AuditReadingTests.server)
        let database = Database(configuration, logger: Logger(label: "test"))
        let session = try await database.dedicated()
        try await session.script(
            """
            CREATE TEMPORARY TABLE onboarding_audit (
                id uuid PRIMARY KEY, xid xid8, at timestamptz, decision text, contractor uuid, rule text,
                programme text, programme_version bigint, cause_source text, cause_id text, inputs text, outcome text);
            INSERT INTO onboarding_audit (id, xid, at, decision, rule, cause_source, cause_id, inputs, outcome)
            SELECT gen_random_uuid(), (990 + n % 20)::text::xid8, 'epoch', 'd', 'r', 's', n::text, '{}', 'o'
            FROM generate_series(1, 5000) n;
            """)
        let reading = AuditReading(AuditStatements(.onboarding)) { try await session.run($0) }
        let whole = try await reading.digest(from: "0", to: "2000")
        let parts = [
            try await reading.digest(from: "0", to: "1000"), try await reading.digest(from: "1000", to: "2000"),
        ]
        await session.close()
        await database.close()
        #expect(whole.entries == 5000)
        #expect(parts.map(\.entries).reduce(0, +) == 5000)
    }
}

extension DatabaseConfiguration {
    /// The database that the tests may use, when the environment names one.
    static var ofTests: DatabaseConfiguration? {
        let environment = ProcessInfo.processInfo.environment
        func value(_ name: String) -> String? { environment["GUILDHALL_TEST_DATABASE_\(name)"] }
        guard let host = value("HOST"), let port = value("PORT").flatMap(Int.init), let name = value("NAME"),
            let user = value("USER")
        else { return nil }
        return DatabaseConfiguration(host: host, port: port, name: name, user: user, password: value("PASSWORD"))
    }
}
