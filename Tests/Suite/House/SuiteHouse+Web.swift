import Contracts
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension SuiteHouse {
    /// What a replica says of itself.
    struct Standing: Decodable, Sendable {
        var partitions: Int
        var intakeSubscribed: Bool
        var totals: Totals

        struct Totals: Decodable, Sendable {
            var consumed: Int
        }
    }

    /// The port on which a service of the supervisor answers.
    func port(of service: ServiceName) throws -> Int {
        let settings = try SettingsFile(folder.appendingPathComponent("config/\(service.rawValue).conf"))
        guard let port = Int(settings["http.port"]) else { throw SuiteFailure("no port of \(service.rawValue)") }
        return port
    }

    /// The state of the replica that answers on a port; nil while none does.
    func standing(atPort port: Int) async throws -> Standing? {
        guard let (status, body) = try? await get("/status", atPort: port), status == 200 else { return nil }
        return try JSONDecoder().decode(Standing.self, from: body)
    }

    /// Fetches a document.
    func get(_ path: String, atPort port: Int) async throws -> (status: Int, body: Data) {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else { throw SuiteFailure("no URL: \(path)") }
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 5
        let session = URLSession(configuration: configuration)
        defer { session.finishTasksAndInvalidate() }
        let (body, response) = try await session.data(from: url)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, body)
    }
}
