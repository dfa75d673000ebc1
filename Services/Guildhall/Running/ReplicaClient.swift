import Foundation
import NIOCore

/// Asks replicas over HTTP.
struct ReplicaClient: Sendable {
    /// Why a replica gave no answer.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The JSON document at a path of a replica.
    func get<Document: Decodable>(_ type: Document.Type, _ path: String, of replica: ReplicaAddress) async throws
        -> Document
    {
        let address = replica.address + path
        let (status, body) = try await ServiceHTTP.get(address, within: .seconds(30))
        guard status == 200 else {
            let text = String(decoding: body.readableBytesView.prefix(500), as: UTF8.self)
            throw Failure(description: "\(address) answered \(status): \(text)")
        }
        return try JSONDecoder().decode(type, from: Data(body.readableBytesView))
    }
}
