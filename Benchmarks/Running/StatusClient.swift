import Contracts
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Asks services how they are.
struct StatusClient: Sendable {
    private let addresses: [ServiceName: String]
    private let session: URLSession

    init(_ house: BenchHouse) throws {
        var addresses: [ServiceName: String] = [:]
        for service in ServiceName.allCases { addresses[service] = try house.address(of: service) }
        self.addresses = addresses
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 30
        session = URLSession(configuration: configuration)
    }

    /// What a service is doing.
    func status(of service: ServiceName) async throws -> ServiceStatus {
        let (code, data) = try await get("/status", of: service)
        guard code == 200 else { throw BenchError("/status of \(service.rawValue) answers \(code)") }
        return try JSONDecoder().decode(ServiceStatus.self, from: data)
    }

    /// Returns when an address of a service answers 200, and what it answers.
    ///
    /// A service that is starting refuses connections or says that it is not ready; both are waited for.
    @discardableResult
    func answer(to path: String, of service: ServiceName, within limit: Duration) async throws -> Data {
        let deadline = ContinuousClock.now + limit
        while true {
            do {
                let (code, data) = try await get(path, of: service)
                if code == 200 { return data }
                if ContinuousClock.now > deadline { throw BenchError("\(service.rawValue)\(path) answers \(code)") }
            } catch let error as URLError {
                if ContinuousClock.now > deadline { throw error }
            }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    private func get(_ path: String, of service: ServiceName) async throws -> (Int, Data) {
        guard let url = URL(string: (addresses[service] ?? "") + path) else { throw BenchError("no URL of \(path)") }
        let (data, response) = try await session.data(from: url)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, data)
    }
}
