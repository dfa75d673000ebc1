import AsyncHTTPClient
import Contracts
import Foundation
import NIOCore
import NIOHTTP1

/// Asks services how they are.
///
/// By a client that sleeps until it is answered: Foundation's turns round meanwhile, and took an eighth of the machine from
/// what it measured.
struct StatusClient: Sendable {
    private let addresses: [ServiceName: String]

    init(_ house: BenchHouse) throws {
        var addresses: [ServiceName: String] = [:]
        for service in ServiceName.allCases { addresses[service] = try house.address(of: service) }
        self.addresses = addresses
    }

    /// What a service is doing.
    func status(of service: ServiceName) async throws -> ServiceStatus {
        try await StatusClient.document(ServiceStatus.self, at: (addresses[service] ?? "") + "/status")
    }

    /// Returns when an address of a service answers 200, and what it answers.
    ///
    /// A service that is starting refuses connections or says that it is not ready; both are waited for.
    @discardableResult
    func answer(to path: String, of service: ServiceName, within limit: Duration) async throws -> Data {
        let deadline = ContinuousClock.now + limit
        while true {
            do {
                let (code, data) = try await StatusClient.get((addresses[service] ?? "") + path)
                if code == 200 { return data }
                if ContinuousClock.now > deadline { throw BenchError("\(service.rawValue)\(path) answers \(code)") }
            } catch {
                if ContinuousClock.now > deadline { throw error }
            }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// The JSON document at an address.
    static func document<Document: Decodable>(_ type: Document.Type, at address: String) async throws -> Document {
        let (code, data) = try await get(address)
        guard code == 200 else { throw BenchError("\(address) answers \(code)") }
        return try JSONDecoder().decode(type, from: data)
    }

    private static func get(_ address: String) async throws -> (code: UInt, data: Data) {
        let response = try await HTTPClient.shared.execute(HTTPClientRequest(url: address), timeout: .seconds(30))
        let body = try await response.body.collect(upTo: 1 << 20)
        return (response.status.code, Data(body.readableBytesView))
    }
}
