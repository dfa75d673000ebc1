import Contracts

/// Asks a replica of the metrics service.
struct Metrics: Sendable {
    private let context: OperatorContext

    init(_ context: OperatorContext) {
        self.context = context
    }

    /// The document at a path of the metrics service.
    func get<Document: Decodable>(_ type: Document.Type, _ path: String) async throws -> Document {
        try await ReplicaClient().get(type, path, of: replica)
    }

    /// Where the metrics service answers.
    var address: String { get async throws { try await replica.address } }

    private var replica: ReplicaAddress {
        get async throws {
            let replicas = try await ReplicaAddress.all(in: context.database)
            guard let replica = replicas.first(where: { $0.service == .metrics }) else {
                throw ReplicaClient.Failure(
                    description: "no replica of the metrics service runs; start the suite first")
            }
            return replica
        }
    }
}
