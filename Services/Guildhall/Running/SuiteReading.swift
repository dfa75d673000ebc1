import Contracts
import Messaging

/// The state of the whole suite at one moment: every replica, every queue.
struct SuiteReading: Codable, Sendable, Equatable {
    var replicas: [ReplicaStatus]
    /// Messages that wait in each queue that has some.
    var waiting: [String: Int]

    /// Reads every replica and every queue.
    static func take(_ context: OperatorContext, _ client: ReplicaClient) async throws -> SuiteReading {
        let addresses = try await ReplicaAddress.all(in: context.database)
        let missing = Set(ServiceName.allCases).subtracting(addresses.map(\.service))
        guard missing.isEmpty else {
            throw ReplicaClient.Failure(
                description: "no replica runs of \(missing.map(\.rawValue).sorted().joined(separator: ", "))")
        }
        let replicas = try await withThrowingTaskGroup(of: (Int, ReplicaStatus).self) { group in
            for (place, address) in addresses.enumerated() {
                group.addTask { (place, try await client.get(ReplicaStatus.self, "/status", of: address)) }
            }
            var found: [(Int, ReplicaStatus)] = []
            for try await one in group { found.append(one) }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
        var waiting: [String: Int] = [:]
        for queue in queues {
            let count = try await context.broker.readyMessages(in: queue)
            if count > 0 { waiting[queue] = count }
        }
        return SuiteReading(replicas: replicas, waiting: waiting)
    }

    private static var queues: [String] {
        var queues = [Topology.unroutableQueue]
        for service in ServiceName.allCases {
            if hasIntake(service) { queues.append(Topology.inboundQueue(of: service)) }
            queues += Partition.all.map { Topology.eventsQueue(of: service, $0) }
        }
        return queues
    }

    private static func hasIntake(_ service: ServiceName) -> Bool {
        Catalogue.all.contains { $0.owner == service && $0.direction == .inbound }
    }

    /// Whether nothing waits and nothing is in work anywhere.
    var isIdle: Bool { waiting.isEmpty && replicas.allSatisfy(\.isIdle) }

    /// What only grows, by which two readings are compared.
    var totals: [ReplicaStatus.Totals] { replicas.map(\.totals) }
}
