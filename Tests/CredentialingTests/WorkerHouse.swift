import Contracts
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

/// A worker with credentials in the database, the pages, and rules that answer what is asked while a test runs.
struct WorkerHouse: Sendable {
    let database: Database
    let contractor = Identifier.contractor(source: "test", workerId: "\(UInt64.random(in: 0 ... .max))")
    let programme: PublishedProgramme

    private static let rules = CredentialingRules(
        issuer: CredentialingWorld.issuer, vault: CredentialingWorld.vault, salt: { [1, 2, 3] })
    private static let waiting = Statement(
        """
        SELECT r.id FROM credentialing_request r LEFT JOIN credentialing_credential c ON c.id = r.credential
        WHERE r.answered_at IS NULL AND coalesce(r.contractor, c.contractor) = $1
        """)

    var pages: PublicPage {
        PublicPage(database: database, issuer: CredentialingWorld.issuer, vault: CredentialingWorld.vault)
    }

    /// Runs a test with a house of its own, of which nothing is left afterwards.
    static func with(_ body: (WorkerHouse) async throws -> Void) async throws {
        try await MigratedDatabase.withDatabase { database in
            let house = WorkerHouse(database: database, programme: CredentialingWorld.programme)
            let result: Result<Void, any Error>
            do {
                result = .success(try await body(house))
            } catch {
                result = .failure(error)
            }
            try await house.clean()
            try result.get()
        }
    }

    private func clean() async throws {
        let credentials = "credential IN (SELECT id FROM credentialing_credential WHERE contractor = $1)"
        for condition in [
            "share WHERE \(credentials)", "status_entry WHERE \(credentials)",
            "request WHERE contractor = $1 OR \(credentials)", "credential WHERE contractor = $1",
            "timer WHERE contractor = $1", "outside WHERE contractor = $1", "link WHERE contractor = $1",
            "erasure WHERE contractor = $1",
        ] {
            _ = try await database.run([
                Call(Statement("DELETE FROM credentialing_\(condition)"), [.uuid(contractor)])
            ])
        }
    }

    /// A day ago, so that the credential is valid.
    private static var yesterday: Timestamp {
        Timestamp(microseconds: (Int64(Date().timeIntervalSince1970) - 86_400) * 1_000_000)
    }

    /// An outcome of the worker's that was passed yesterday.
    func outcome(_ number: Int = Int.random(in: 1_000_000...Int.max)) -> OutcomeState {
        var outcome = OutcomeState.made(number)
        outcome.contractor = contractor
        outcome.awardedAt = WorkerHouse.yesterday
        return outcome
    }

    /// Tells an outcome as assessment would.
    func tell(_ outcome: OutcomeState) async throws {
        try await decide([item(.outcomeDecided, outcome)])
    }

    /// Earns a credential; returns its id.
    func earn() async throws -> Identifier {
        let outcome = outcome()
        try await tell(outcome)
        return Credential.id(of: outcome.outcome)
    }

    /// Publishes the status lists.
    func publish() async throws {
        try await StatusPublisher(
            database: database, issuer: CredentialingWorld.issuer, vault: CredentialingWorld.vault,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ).publish()
    }

    /// Asks for something about the contractor.
    func ask(_ kind: String) async throws {
        let id = Identifier.derived("test", "\(UInt64.random(in: 0 ... .max))")
        _ = try await database.run([
            Call(
                Statement(
                    """
                    INSERT INTO credentialing_request (id, contractor, kind, reason, requested_by, requested_at)
                    VALUES ($1, $2, $3, 'Request 12.', 'R. Eviewer', now())
                    """), [.uuid(id), .uuid(contractor), .text(kind)])
        ])
        try await answerOnce()
    }

    /// The address of a personal link.
    func link(version: Int64 = 0, seconds: Int64 = 3600) -> String {
        let link = PersonalLink(
            subject: contractor,
            expires: Timestamp(microseconds: (Int64(Date().timeIntervalSince1970) + seconds) * 1_000_000),
            version: version)
        return "/me/\(link.token(key: CredentialingWorld.vault.derived(WorkerDoor.purpose)))"
    }

    /// Answers what waits, as the engine would by timer.
    func answerOnce() async throws {
        let waiting = try await database.run([Call(WorkerHouse.waiting, [.uuid(contractor)])])[0]
        let items = try waiting.map { row in
            let timer = TimerFired(
                key: try row.identifier(0), kind: CredentialRequest.timer, due: Timestamp(microseconds: 0))
            return item(EventType("timer"), timer)
        }
        if !items.isEmpty { try await decide(items) }
    }

    /// Answers what is asked while the body runs.
    func answering(_ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        let pages = pages
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                while !Task.isCancelled {
                    try await answerOnce()
                    // Cancellation ends the pause, and the loop with it.
                    try? await Task.sleep(for: .milliseconds(20))
                }
            }
            try await TestServer.run(pages, body)
            tasks.cancelAll()
            // The loop may have been cut off in the middle of a question.
            do { try await tasks.waitForAll() } catch is CancellationError {}
        }
    }

    private func item(_ type: EventType, _ payload: any Payload) -> Item {
        Item(
            id: Identifier(high: 0, low: UInt64.random(in: 1...UInt64.max)), origin: .event, type: type,
            source: "guildhall", messageID: "1", contractor: contractor, related: [],
            time: Timestamp(microseconds: 0), correlation: "", payload: payload)
    }

    private func decide(_ items: [Item]) async throws {
        try await database.transaction { transaction in
            let loading = WorkerHouse.rules.loading(items, Roster(), again: false)
            let loaded = try await transaction.run(loading.calls)
            let clock = try await transaction.run([Call(Statement("SELECT guildhall_now()"))])
            var out = Decisions()
            let context = DecisionContext(
                now: try clock[0][0].timestamp(0), roster: Roster(), programmes: ProgrammeCatalogue([programme]))
            try WorkerHouse.rules.decide(items, loading, loaded, context, &out)
            _ = try await transaction.finish(out.writes)
        }
    }
}
