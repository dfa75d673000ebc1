import Contracts
import Crypto
import Database
import Foundation
import Logging
import Messaging
import OpenBadges
import Programmes
import ServiceRuntime
import TestKit
import Testing

@testable import CredentialingService

/// Two workers with credentials, two registered systems, a programme with a gate, and a listener to ask.
struct SystemHouse: Sendable {
    struct Answer: Sendable {
        let status: Int
        let body: Data
        let headers: [String: String]

        var json: [String: Any] {
            (try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:]
        }

        /// Tokens, where they were given.
        var tokens: (access: String, refresh: String)? {
            guard let access = json["access_token"] as? String, let refresh = json["refresh_token"] as? String else {
                return nil
            }
            return (access, refresh)
        }

        var error: String? { json["error"] as? String }
    }

    static let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    static let challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    static let redirect = "https://host.example/callback"

    let database: Database
    let port: Int
    let unique: String
    let session: WorkerDoor

    var client: String { "host-\(unique)" }
    var queryClient: String { "ci-\(unique)" }
    var programme: String { "gates-\(unique)" }
    var asset: String { "asset-\(unique)" }
    var worker: Identifier { .contractor(source: "/\(unique)", workerId: "1") }
    /// Linked with the worker.
    var alias: Identifier { .contractor(source: "/\(unique)", workerId: "2") }
    /// Somebody else, without a credential.
    var other: Identifier { .contractor(source: "/\(unique)", workerId: "3") }
    var credential: Identifier { Credential.id(of: .derived("test-outcome", unique, "1")) }
    var aliasCredential: Identifier { Credential.id(of: .derived("test-outcome", unique, "2")) }

    /// Runs a test in a house that is taken down again.
    static func with(_ body: @escaping @Sendable (SystemHouse) async throws -> Void) async throws {
        try await MigratedDatabase.withDatabase { database in
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let issuer = CredentialingWorld.issuer
            let vault = CredentialingWorld.vault
            // Commands pass the real door; nothing of it needs the broker.
            let broker = AMQPBroker(
                BrokerConfiguration(host: "127.0.0.1", port: 1, user: "none", password: "none"), logger: logger)
            let engine = try Engine(
                CredentialingRules(issuer: issuer, vault: vault, salt: { [1, 2, 3] }),
                .init(
                    database: database, broker: broker, answers: broker, bodyKey: Array(repeating: 3, count: 32),
                    auditKey: Array(repeating: 4, count: 32), observer: SilentObserver(), logger: logger))
            let session = WorkerDoor(database: database, issuer: issuer, vault: vault)
            let unique = "t\(UInt32.random(in: .min ... .max))"
            let access = SystemAccess(
                database: database, commands: engine.commands, issuer: issuer, vault: vault, session: session)
            let result: Result<Void, any Error>
            do {
                try await SystemHouse(database: database, port: 0, unique: unique, session: session).furnish()
                result = .success(
                    try await TestServer.run(routes: { access.add(to: $0) }) { port in
                        try await body(
                            SystemHouse(database: database, port: port, unique: unique, session: session))
                    })
            } catch {
                result = .failure(error)
            }
            try await SystemHouse(database: database, port: 0, unique: unique, session: session).clear()
            try result.get()
        }
    }

    private func furnish() async throws {
        let world = try CredentialingWorld(now: "2026-01-01")
        let yaml = """
            programme: \(programme)
            title: Gates
            delivery: external
            participation: voluntary
            action-gates:
              - {id: gate, action: deploy, asset-class: \(asset), all-of: [AAA, BBB], basis: Mistakes cost money.}
            screening:
              - id: \(asset)
                title: Client
                basis: The client declares it.
                steps: [{id: identity, title: Identity}, {id: skills, title: Skills, replaced-by: [AAA]}]
            pathways:
            """
            + ["AAA", "BBB"].map { id in
                """

                  - id: \(id)
                    title: Module
                    role: AAA
                    pass-mark: 40 %
                    credential: {name: Badge, description: Passed., criteria: A mean of 40 % or more.}
                    offerings:
                      - id: \(id)-1
                        starts: 2025-10-01
                        lasts: 30 days
                        coursework: [{id: \(id)-x, kind: exam, weight: 100}]
                """
            }.joined()
        try await run(
            "INSERT INTO programme_version (programme, version, definition, checksum, published_by) "
                + "VALUES ('\(programme)', 1, $1, repeat('0', 64), 'test')", [.text(yaml)])
        try await run(
            """
            INSERT INTO credentialing_contractor (id, canonical)
            VALUES ('\(worker)', '\(worker)'), ('\(alias)', '\(worker)'), ('\(other)', '\(other)')
            """)
        for (number, holder, pathway) in [("1", worker, "AAA"), ("2", alias, "BBB")] {
            let outcome = Identifier.derived("test-outcome", unique, number)
            let document = try world.signer.sign(
                CredentialDocument(issuer: CredentialingWorld.issuer).badge(
                    of: Credential(
                        id: Credential.id(of: outcome), outcome: outcome, contractor: holder, holder: worker,
                        programme: programme, programmeVersion: 1, pathway: pathway, offering: "\(pathway)-1",
                        achievement: "\(pathway)-1", score: Decimal6(72), status: .valid, statusSince: world.now,
                        awardedAt: world.now, validFrom: world.now, validUntil: world.now.adding(months: 1200),
                        sequence: 1, outcomeSequence: 1, salt: [1]),
                    CredentialingWorld.programme.definition.pathways[0]), created: world.now)
            try await run(
                """
                INSERT INTO credentialing_credential (id, outcome, contractor, holder, programme, programme_version,
                    pathway, offering, achievement, score_millionths, status, status_since, awarded_at, valid_from,
                    valid_until, sequence, outcome_sequence, salt, document)
                VALUES ($1::uuid, $2::uuid, $3::uuid, '\(worker)', '\(programme)', 1, '\(pathway)', '\(pathway)-1',
                    '\(pathway)-1', 72000000, 'valid', now(), now(), now() - interval '1 day',
                    now() + interval '1 year', 1, 1, '\\x01', $4)
                """, [.uuid(Credential.id(of: outcome)), .uuid(outcome), .uuid(holder), .bytea(document)])
        }
        for (id, scopes) in [(client, [AccessScope.credentials, .profile]), (queryClient, [.query])] {
            try await run(
                """
                INSERT INTO credentialing_client (id, name, secret_hash, redirect_uris, scopes, created_at)
                VALUES ('\(id)', 'Host', $1, $2::text[], $3::text[], now())
                """,
                [
                    .bytea(AccessSecret("secret").hash), .texts([SystemHouse.redirect]),
                    .texts(scopes.map(\.rawValue)),
                ])
        }
    }

    private func clear() async throws {
        let people = "('\(worker)', '\(alias)', '\(other)')"
        for condition in [
            "credentialing_token WHERE client LIKE '%-\(unique)'", "credentialing_code WHERE client LIKE '%-\(unique)'",
            "credentialing_client WHERE id LIKE '%-\(unique)'",
            "credentialing_credential WHERE programme = '\(programme)'",
            "credentialing_contractor WHERE id IN \(people)", "programme_version WHERE programme = '\(programme)'",
        ] { try await run("DELETE FROM \(condition)") }
    }

    func run(_ sql: String, _ parameters: [Parameter] = []) async throws {
        _ = try await database.run([Call(Statement(sql), parameters)])
    }

    func number(_ sql: String) async throws -> Int64 {
        try await database.run([Call(Statement("SELECT (\(sql))::int8"))])[0][0].int64(0)
    }

    func audits(of contractor: Identifier, _ decision: String) async throws -> Int64 {
        try await number(
            "SELECT count(*) FROM credentialing_audit WHERE contractor = '\(contractor)' AND decision = '\(decision)'")
    }

    /// Lets everything that was given so far be over.
    func expire() async throws {
        for table in ["credentialing_token", "credentialing_code"] {
            try await run(
                "UPDATE \(table) SET expires_at = now() - interval '1 second' WHERE client LIKE '%-\(unique)'")
        }
    }

    func cookie(of worker: Identifier) -> String {
        PersonalLink(subject: worker, expires: Timestamp.hostClock.adding(seconds: 3600), version: 0)
            .token(key: CredentialingWorld.vault.derived(WorkerDoor.purpose))
    }
}

struct SilentObserver: EngineObserver {
    func consumed(_ count: Int, of type: EventType) {}
    func published(_ count: Int) {}
    func duplicates(_ count: Int) {}
    func refused(_ count: Int, because code: String) {}
    func retried(because reason: String) {}
    func parked(_ count: Int, because reason: String) {}
    func committed(items: Int, seconds: Double) {}
    func criticalTime(seconds: Double) {}
}
