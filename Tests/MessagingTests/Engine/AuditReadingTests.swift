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
        let (database, session) = try await AuditReadingTests.opened()
        try await session.script(
            """
            INSERT INTO onboarding_audit (id, xid, at, decision, rule, cause_source, cause_id, inputs, outcome)
            SELECT gen_random_uuid(), (990 + n % 20)::text::xid8, 'epoch', 'd', 'r', 's', n::text, '{}', 'o'
            FROM generate_series(1, 5000) n;
            """)
        let reading = AuditReading(AuditStatements(.onboarding)) { try await session.run($0) }
        let whole = try await reading.digest(from: "0", to: "2000")
        let parts = [
            try await reading.digest(from: "0", to: "1000"), try await reading.digest(from: "1000", to: "2000"),
        ]
        var gathered = AuditChain.Digest()
        for bounds in [("0", "995"), ("995", "995"), ("995", "1003"), ("1003", "2000")] {
            try await reading.add(from: bounds.0, to: bounds.1, into: &gathered)
        }
        await session.close()
        await database.close()
        #expect(whole.entries == 5000)
        #expect(gathered.bytes() == whole.digest)
        #expect(parts.map(\.entries).reduce(0, +) == 5000)
    }

    @Test(
        "GOV-01: an entry is hashed as PostgreSQL writes its columns as text, so that seals of every version agree",
        .enabled(if: server != nil, "needs a database in GUILDHALL_TEST_DATABASE_*; run `make test`"))
    func asText() async throws {
        let (database, session) = try await AuditReadingTests.opened()
        try await session.script(
            """
            SET TIME ZONE 'Asia/Kolkata';
            INSERT INTO onboarding_audit VALUES
                (gen_random_uuid(), '7', '2026-11-22 23:59:59.999999+01', 'd', gen_random_uuid(), 'r', 'p', 12, 's', 'c',
                 '{"a":"é"}', 'o'),
                (gen_random_uuid(), '8', '1969-12-31 23:59:59.000001Z', '', NULL, 'r', NULL, NULL, 's', 'c', '', '');
            """)
        let rows = try await session.run([
            Call(
                Statement(
                    """
                    SELECT id::text, xid::text, (extract(epoch FROM at) * 1000000)::int8::text, decision,
                        contractor::text, rule, programme, programme_version::text, cause_source, cause_id, inputs,
                        outcome
                    FROM onboarding_audit a ORDER BY a.xid, a.id
                    """))
        ])[0]
        var digest = AuditChain.Digest()
        for row in rows { digest.add(AuditChain.Entry(columns: try (0..<12).map { try row.optionalText($0) })) }
        let reading = AuditReading(AuditStatements(.onboarding)) { try await session.run($0) }
        let read = try await reading.digest(from: "0", to: "9")
        await session.close()
        await database.close()
        #expect(read.entries == 2)
        #expect(read.digest == digest.bytes())
    }

    /// A connection with an audit trail of its own.
    private static func opened() async throws -> (Database, DatabaseConnection) {
        let database = Database(try #require(server), logger: Logger(label: "test"))
        let session = try await database.dedicated()
        try await session.script(
            """
            CREATE TEMPORARY TABLE onboarding_audit (
                id uuid, xid xid8, at timestamptz, decision text, contractor uuid, rule text, programme text,
                programme_version bigint, cause_source text, cause_id text, inputs text, outcome text,
                PRIMARY KEY (xid, id));
            """)
        return (database, session)
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
