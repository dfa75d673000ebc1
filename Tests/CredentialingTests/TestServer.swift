import Foundation
import FoundationNetworking
import Logging
import ServiceRuntime
import Testing

@testable import CredentialingService

/// A listener with the pages, and a client that follows nothing and keeps no cookie.
enum TestServer {
    /// What a listener answered.
    struct Answer {
        let status: Int
        let body: Data
        let headers: [String: String]

        /// The body as text.
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Stays where a redirect would lead away.
    private final class Stay: NSObject, URLSessionTaskDelegate {
        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
        ) {
            completionHandler(nil)
        }
    }

    private static let session: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        return URLSession(configuration: configuration, delegate: Stay(), delegateQueue: nil)
    }()

    static func get(_ port: Int, _ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await ask("GET", port, path, headers, nil)
    }

    static func post(
        _ port: Int, _ path: String, _ headers: [String: String] = [:], _ fields: [String: String]
    ) async throws -> Answer {
        var characters = CharacterSet.alphanumerics
        characters.insert(charactersIn: "-._~")
        let body = fields.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: characters) ?? "")"
        }
        return try await ask("POST", port, path, headers, Data(body.joined(separator: "&").utf8))
    }

    private static func ask(
        _ method: String, _ port: Int, _ path: String, _ headers: [String: String], _ body: Data?
    ) async throws -> Answer {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")), timeoutInterval: 20)
        request.httpMethod = method
        request.httpBody = body
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        let answer = try #require(response as? HTTPURLResponse)
        let pairs = answer.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
        return Answer(status: answer.statusCode, body: data, headers: Dictionary(pairs) { $1 })
    }

    /// Runs a listener with the pages while the body asks it.
    static func run(_ pages: PublicPage, _ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await run(
            routes: {
                pages.add(to: $0)
                WorkerPage(pages: pages).add(to: $0)
            }, body)
    }

    /// Runs a listener while the body asks it.
    static func run(
        routes: (ServiceRouter) -> Void, _ body: @escaping @Sendable (Int) async throws -> Void
    ) async throws {
        let (ports, continuation) = AsyncStream.makeStream(of: Int.self)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let server = WebServer(
            settings: WebSettings(port: 0), readiness: Readiness(), registry: MetricsRegistry(),
            status: { .object([]) }, logger: logger, onRunning: { continuation.yield($0) },
            routes: routes)
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
}
