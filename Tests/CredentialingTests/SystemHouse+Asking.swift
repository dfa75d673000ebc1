import Foundation
import Glibc
import Testing

@testable import CredentialingService

extension SystemHouse {
    static func send(
        _ port: Int, _ method: String, _ path: String, _ headers: [String: String], _ body: String? = nil
    ) async throws -> Answer {
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        head += "Content-Length: \(body?.utf8.count ?? 0)\r\n\r\n"
        let bytes = Array((head + (body ?? "")).utf8)
        // A thread of its own, since it blocks; redirects are what the tests look at, so nothing follows them.
        let text: [UInt8] = try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try talk(port, bytes) }) }
        }
        let parts = String(decoding: text, as: UTF8.self)
        let end = try #require(parts.firstRange(of: "\r\n\r\n"))
        let lines = parts[..<end.lowerBound].split(separator: "\r\n")
        let status = try #require(lines.first.flatMap { Int($0.split(separator: " ")[1]) })
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        return Answer(status: status, body: Data(parts[end.upperBound...].utf8), headers: fields)
    }

    /// Sends bytes to a local port, and reads until the other side is done.
    private static func talk(_ port: Int, _ bytes: [UInt8]) throws -> [UInt8] {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0, Glibc.send(socket, bytes, bytes.count, 0) == bytes.count else {
            throw POSIXError(.ECONNREFUSED)
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = recv(socket, &buffer, buffer.count, 0), count > 0 { answer += buffer[..<count] }
        return answer
    }

    func send(
        _ method: String, _ path: String, _ headers: [String: String], _ body: String? = nil
    ) async throws -> Answer { try await SystemHouse.send(port, method, path, headers, body) }

    func get(_ path: String, _ token: String?) async throws -> Answer {
        try await send("GET", path, token.map { ["Authorization": "Bearer \($0)"] } ?? [:])
    }

    /// Asks a question about credentials.
    func ask(_ question: [String: String], _ token: String?) async throws -> Answer {
        let body = try JSONSerialization.data(withJSONObject: question)
        return try await send(
            "POST", "/credential-queries", token.map { ["Authorization": "Bearer \($0)"] } ?? [:],
            String(decoding: body, as: UTF8.self))
    }

    func form(
        _ path: String, _ fields: [(String, String)], _ headers: [String: String] = [:]
    ) async throws -> Answer {
        let body = fields.map { "\($0)=\(FormFields.encoded($1))" }.joined(separator: "&")
        return try await send(
            "POST", path, headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 }, body)
    }

    private func basic(_ client: String, _ secret: String) -> [String: String] {
        ["Authorization": "Basic \(Data("\(client):\(secret)".utf8).base64EncodedString())"]
    }

    /// A token for a system's own questions.
    func ownToken() async throws -> String {
        let answer = try await form(
            "/oauth/token", [("grant_type", "client_credentials")], basic(queryClient, "secret"))
        return try #require(answer.json["access_token"] as? String, "\(answer.json)")
    }

    private func asked(_ scope: String) -> [(String, String)] {
        [
            ("client_id", client), ("redirect_uri", SystemHouse.redirect), ("response_type", "code"), ("scope", scope),
            ("code_challenge", SystemHouse.challenge), ("code_challenge_method", "S256"), ("state", "s t"),
        ]
    }

    private func cookieHeader(_ cookie: String?) -> [String: String] {
        cookie.map { ["Cookie": "\(WorkerDoor.cookie)=\($0)"] } ?? [:]
    }

    func consentPage(
        cookie: String?, scope: String = AccessScope.credentials.rawValue
    ) async throws -> Answer {
        let query = asked(scope).map { "\($0)=\(FormFields.encoded($1))" }.joined(separator: "&")
        return try await send("GET", "/oauth/authorize?\(query)", cookieHeader(cookie))
    }

    /// What ties a form to whom it was shown.
    static func seal(in html: String) -> String? {
        guard let start = html.firstRange(of: "name=\"seal\" value=\"") else { return nil }
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    func decide(
        _ decision: String, seal: String, cookie: String, scope: String = AccessScope.credentials.rawValue
    ) async throws -> Answer {
        try await form(
            "/oauth/authorize", asked(scope) + [("seal", seal), ("decision", decision)], cookieHeader(cookie))
    }

    /// A code that the worker's yes leads to.
    func code(scope: String = AccessScope.credentials.rawValue) async throws -> String {
        let cookie = cookie(of: worker)
        let page = try await consentPage(cookie: cookie, scope: scope)
        let seal = try #require(SystemHouse.seal(in: String(decoding: page.body, as: UTF8.self)))
        let answer = try await decide("allow", seal: seal, cookie: cookie, scope: scope)
        let location = try #require(answer.headers["location"])
        let parts = try #require(URLComponents(string: location))
        return try #require(parts.queryItems?.first { $0.name == "code" }?.value)
    }

    func exchange(
        _ code: String, client: String? = nil, secret: String = "secret", redirect: String = SystemHouse.redirect,
        verifier: String = SystemHouse.verifier
    ) async throws -> Answer {
        try await form(
            "/oauth/token",
            [
                ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
                ("code_verifier", verifier),
            ], basic(client ?? self.client, secret))
    }

    func tokens(scope: String = AccessScope.credentials.rawValue) async throws -> (access: String, refresh: String) {
        let answer = try await exchange(try await code(scope: scope))
        return try #require(answer.tokens, "\(answer.json)")
    }

    func refresh(_ token: String) async throws -> Answer {
        try await form(
            "/oauth/token", [("grant_type", "refresh_token"), ("refresh_token", token)], basic(client, "secret"))
    }

    func revoke(_ token: String) async throws -> Int {
        try await form("/oauth/revoke", [("token", token)], basic(client, "secret")).status
    }
}
