import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Asks replicas over HTTP.
struct ReplicaClient: Sendable {
    /// Why a replica gave no answer.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let session: URLSession

    init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = 30
        session = URLSession(configuration: configuration)
    }

    /// The JSON document at a path of a replica.
    func get<Document: Decodable>(_ type: Document.Type, _ path: String, of replica: ReplicaAddress) async throws
        -> Document
    {
        guard let url = URL(string: replica.address + path) else {
            throw Failure(description: "\(replica.address)\(path) is no URL")
        }
        let (data, response) = try await session.data(from: url)
        guard let status = (response as? HTTPURLResponse)?.statusCode, status == 200 else {
            throw Failure(
                description: "\(url) answered \((response as? HTTPURLResponse)?.statusCode ?? 0): "
                    + String(decoding: data.prefix(500), as: UTF8.self))
        }
        return try JSONDecoder().decode(type, from: data)
    }
}
