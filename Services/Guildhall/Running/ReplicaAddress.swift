import Contracts
import Database

/// A running replica of a service and where it answers HTTP.
struct ReplicaAddress: Sendable {
    let service: ServiceName
    let address: String

    /// All replicas that were seen within the lease time, by service.
    static func all(in database: Database) async throws -> [ReplicaAddress] {
        let calls = ServiceName.allCases.map { service in
            Call(
                Statement(
                    """
                    SELECT address FROM \(service.rawValue)_replica
                    WHERE seen_at > guildhall_wall_clock() - interval '10 seconds' AND address <> '' ORDER BY id
                    """))
        }
        let rows = try await database.run(calls)
        return try zip(ServiceName.allCases, rows).flatMap { service, rows in
            try rows.map { ReplicaAddress(service: service, address: try $0.text(0)) }
        }
    }
}
