import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Asks Guildhall's own services over HTTP, by one client for the life of the process.
///
/// It sleeps until it is answered, where Foundation's keeps a processor busy meanwhile.
enum ServiceHTTP {
    private static let sizeLimit = 64 * 1024 * 1024

    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        // Whoever asks a service that is not there is told at once, and asks again where that is wanted.
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// What an address answers.
    ///
    /// - Throws: ``ReplicaClient/Failure`` when there is no answer in time, saying why.
    static func get(_ address: String, within limit: TimeAmount) async throws -> (status: UInt, body: ByteBuffer) {
        do {
            let response = try await client.execute(HTTPClientRequest(url: address), timeout: limit)
            return (response.status.code, try await response.body.collect(upTo: sizeLimit))
        } catch let error as CancellationError {
            throw error
        } catch {
            throw ReplicaClient.Failure(description: "\(address) does not answer: \(error)")
        }
    }
}
