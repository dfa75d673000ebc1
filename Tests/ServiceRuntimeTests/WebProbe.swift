import Foundation
import FoundationNetworking

/// Asks a listener of this machine.
struct WebProbe: Sendable {
    struct Answer: Sendable {
        let status: Int
        let headers: [String: String]
        let body: String

        func header(_ name: String) -> String? { headers[name] }
    }

    let port: Int

    func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
        try await ask(path, method: "GET", headers, body: nil)
    }

    func post(_ path: String, body: String) async throws -> Answer {
        try await ask(path, method: "POST", [:], body: Data(body.utf8))
    }

    private func ask(_ path: String, method: String, _ headers: [String: String], body: Data?) async throws -> Answer {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw URLError(.badURL) }
        var request = URLRequest(url: url, timeoutInterval: 20)
        request.httpMethod = method
        request.httpBody = body
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let answer = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        let pairs = answer.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }
        return Answer(
            status: answer.statusCode,
            headers: Dictionary(pairs) { $1 },
            body: String(decoding: data, as: UTF8.self))
    }
}
