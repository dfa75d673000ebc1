import Contracts
import Database
import Foundation
import FoundationNetworking
import Logging
import Messaging
import ServiceRuntime
import Testing

@testable import CredentialingService

@Suite("CRD-02: the public addresses", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct PublicPageServerTests {
    private struct Answer {
        let status: Int
        let body: Data
        let headers: [String: String]
    }

    private func get(_ port: Int, _ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")), timeoutInterval: 20)
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (body, response) = try await URLSession.shared.data(for: request)
        let answer = try #require(response as? HTTPURLResponse)
        let pairs = answer.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
        return Answer(status: answer.statusCode, body: body, headers: Dictionary(pairs) { $1 })
    }

    /// Runs a listener with the public page while the body asks it.
    private func withServer(_ page: PublicPage, _ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let server = WebServer(
            settings: WebSettings(port: 0), readiness: Readiness(), registry: MetricsRegistry(),
            status: { .object([]) }, logger: logger, onRunning: { continuation.yield($0) },
            routes: { page.add(to: $0) })
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
    }

    @Test("a credential with its entity tag, its status, the keys, and a plain answer about what there is not")
    func addresses() async throws {
        try await MigratedDatabase.withDatabase { database in
            var world = try CredentialingWorld(now: "2014-04-01")
            try world.tell(.made(Int.random(in: 1_000_000...Int.max)))
            let id = try #require(world.credentials.keys.first)
            _ = try await database.run(world.last.writes)
            let page = PublicPage(
                database: database, issuer: CredentialingWorld.issuer, vault: CredentialingWorld.vault)
            let key = world.signer.keys.embeddedID
            let result: Result<Void, any Error>
            do {
                result = .success(try await withServer(page) { try await ask($0, about: id, key) })
            } catch {
                result = .failure(error)
            }
            for table in ["credentialing_credential WHERE id", "credentialing_status_entry WHERE credential"] {
                _ = try await database.run([Call(Statement("DELETE FROM \(table) = $1::uuid"), [.uuid(id)])])
            }
            try result.get()
        }
    }

    private func ask(_ port: Int, about id: Identifier, _ key: String) async throws {
        let credential = try await get(port, "/credentials/\(id)", ["Accept": "*/*"])
        #expect(credential.status == 200)
        #expect(credential.headers["content-type"] == "application/vc")
        let document = try JSONSerialization.jsonObject(with: credential.body) as? [String: Any]
        #expect(document?["id"] as? String == "https://guildhall.example/credentials/\(id)")
        #expect((document?["proof"] as? [String: Any])?["cryptosuite"] as? String == "eddsa-rdfc-2022")
        let tag = try #require(credential.headers["etag"])
        let again = try await get(port, "/credentials/\(id)", ["If-None-Match": tag])
        #expect(again.status == 304)
        #expect(again.body.isEmpty)
        let status = try await get(port, "/credentials/\(id)/status")
        #expect(String(decoding: status.body, as: UTF8.self).contains("\"status\":\"lapsed\""))
        #expect(status.headers["cache-control"] == "no-store")
        for unknown in ["/credentials/nothing", "/credentials/00000000-0000-0000-0000-000000000000/status"] {
            let answer = try await get(port, unknown, ["Accept": "application/json"])
            #expect(answer.status == 404)
            #expect(answer.headers["content-type"] == "application/problem+json")
        }
        let token = try await get(port, "/credentials/\(id)", ["Accept": "application/vc+jwt"])
        #expect(token.headers["content-type"] == "application/vc+jwt")
        #expect(String(decoding: token.body, as: UTF8.self).split(separator: ".").count == 3)
    }
}
