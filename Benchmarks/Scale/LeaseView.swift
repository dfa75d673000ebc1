import Contracts
import Database

/// Which replica holds which partition of a service, as the lease rows say.
struct LeaseView: Sendable {
    /// Who holds what, by the replica's address; what nobody holds is not in it.
    var holders: [Partition: String] = [:]

    init(of service: ServiceName, _ database: Database) async throws {
        let s = service.rawValue
        let rows = try await database.run([
            Call(
                Statement(
                    """
                    SELECT l.partition, r.address FROM \(s)_lease l JOIN \(s)_replica r ON r.id = l.holder
                    WHERE l.until > guildhall_wall_clock()
                    """))
        ])
        for row in rows[0] { holders[Partition(number: Int(try row.int32(0)))] = try row.text(1) }
    }

    /// Whether these replicas hold everything, each its share.
    func isFair(among addresses: [String]) -> Bool {
        let shares = Dictionary(grouping: holders.values) { $0 }.mapValues(\.count)
        let least = Partition.count / addresses.count
        return holders.count == Partition.count && Set(shares.keys) == Set(addresses)
            && shares.values.allSatisfy { (least...least + 1).contains($0) }
    }
}
