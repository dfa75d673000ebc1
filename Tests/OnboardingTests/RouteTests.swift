import Contracts
import Database
import Foundation
import FoundationNetworking
import Logging
import Messaging
import ServiceRuntime
import TestKit
import Testing

@testable import OnboardingService

@Suite("Onboarding's addresses", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct RouteTests {
    @Test("ONB-05: a question about billing is answered over HTTP by the same rule as over the bus")
    func billing() async throws {
        try await Self.asked { port in
            let known = try await Self.ask(port, "/billing-queries", #"{"source":"/nowhere","engagement":"E"}"#)
            #expect(known.status == 200)
            #expect(known.text.contains(#""verdict":"unknown""#) && known.text.contains(BillingRule.rule))
            #expect(try await Self.ask(port, "/billing-queries", "{}").status == 400)
        }
    }

    @Test("ONB-21 ONB-24 GOV-09: whoever is unknown is not found, and a bad id is said to be one")
    func unknown() async throws {
        let nobody = Identifier.derived("test", "nobody")
        try await Self.asked { port in
            for path in [
                "/cases/\(nobody)", "/participation?contractor=\(nobody)", "/stages?contractor=\(nobody)",
                "/invitations?batch=none", "/invitations/batches/none",
            ] {
                #expect(try await Self.ask(port, path).status == 404)
            }
            for path in ["/cases/x", "/participation", "/stages?contractor=x", "/invitations"] {
                #expect(try await Self.ask(port, path).status == 400)
            }
            let steps = try await Self.ask(port, "/contractors/\(nobody)/steps")
            #expect(steps.status == 200)
            #expect(steps.text == #"{"cases":[]}"#)
        }
    }

    // MARK: - The listener

    private struct Answer: Sendable {
        let status: Int
        let text: String
    }

    private static func ask(_ port: Int, _ path: String, _ body: String? = nil) async throws -> Answer {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")), timeoutInterval: 20)
        request.httpMethod = body == nil ? "GET" : "POST"
        request.httpBody = body.map { Data($0.utf8) }
        let (data, response) = try await URLSession.shared.data(for: request)
        let status = try #require(response as? HTTPURLResponse).statusCode
        return Answer(status: status, text: String(decoding: data, as: UTF8.self))
    }

    /// Runs a listener over the real door while the body asks it; nothing of it needs the broker.
    private static func asked(_ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let database = MigratedDatabase.pool()
        let broker = AMQPBroker(
            BrokerConfiguration(host: "127.0.0.1", port: 1, user: "none", password: "none"), logger: logger)
        let engine = try Engine(
            OnboardingRules(),
            .init(
                database: database, broker: broker, answers: broker, bodyKey: Array(repeating: 3, count: 32),
                auditKey: Array(repeating: 4, count: 32), observer: SilentObserver(), logger: logger))
        let routes = OnboardingRoutes(database: database, commands: engine.commands, limit: .seconds(10))
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let server = WebServer(
            settings: WebSettings(port: 0), readiness: Readiness(), registry: MetricsRegistry(),
            status: { .object([]) }, logger: logger, onRunning: { continuation.yield($0) },
            routes: { routes.add(to: $0) })
        let result: Result<Void, any Error>
        do {
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                tasks.addTask {
                    // Cancellation is how this listener is told to stop.
                    do { try await server.run() } catch is CancellationError {}
                }
                for await port in ports {
                    try await body(port)
                    break
                }
                tasks.cancelAll()
                try await tasks.waitForAll()
            }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        await database.close()
        try result.get()
    }
}

private struct SilentObserver: EngineObserver {
    func consumed(_ count: Int, of type: EventType) {}
    func published(_ count: Int) {}
    func duplicates(_ count: Int) {}
    func refused(_ count: Int, because code: String) {}
    func retried(because reason: String) {}
    func parked(_ count: Int, because reason: String) {}
    func committed(items: Int, seconds: Double) {}
    func criticalTime(seconds: Double) {}
}
