import Contracts
import Database

/// The lease rows of a service, timed by the database's own clock whatever rules see.
struct LeaseTable: Sendable {
    let database: Database
    let replica: Identifier
    private let address: String
    private let seconds: Int64
    private let seen: Statement
    private let forget: Statement
    private let renew: Statement
    private let all: Statement
    private let living: Statement
    private let claim: Statement
    private let release: Statement
    private let leave: Statement

    init(service: ServiceName, database: Database, replica: Identifier, address: String, seconds: Int64) {
        self.database = database
        self.replica = replica
        self.address = address
        self.seconds = seconds
        let s = service.rawValue
        seen = Statement(
            """
            INSERT INTO \(s)_replica (id, address, seen_at) VALUES ($1, $2, guildhall_wall_clock())
            ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
            """)
        forget = Statement(
            "DELETE FROM \(s)_replica WHERE seen_at < guildhall_wall_clock() - interval '1 second' * $1::int8")
        renew = Statement(
            """
            UPDATE \(s)_lease SET until = guildhall_wall_clock() + interval '1 second' * $2::int8
            WHERE holder = $1 AND until > guildhall_wall_clock()
            """)
        living = Statement("SELECT id FROM \(s)_replica ORDER BY id")
        all = Statement("SELECT partition, holder, until <= guildhall_wall_clock() FROM \(s)_lease ORDER BY partition")
        claim = Statement(
            """
            UPDATE \(s)_lease SET holder = $1, until = guildhall_wall_clock() + interval '1 second' * $2::int8
            WHERE partition = ANY ($3::int4[]) AND (holder IS NULL OR until <= guildhall_wall_clock())
            RETURNING partition
            """)
        release = Statement(
            "UPDATE \(s)_lease SET holder = NULL WHERE holder = $1 AND partition = ANY ($2::int4[])")
        leave = Statement("DELETE FROM \(s)_replica WHERE id = $1")
    }

    /// Says that this replica lives, renews its leases, and reads who else lives and who holds what.
    func look() async throws -> (living: [Identifier], leases: [LeasePlan.Lease]) {
        let rows = try await database.run([
            Call(seen, [.uuid(replica), .text(address)]), Call(forget, [.int8(seconds)]),
            Call(renew, [.uuid(replica), .int8(seconds)]), Call(living), Call(all),
        ])
        var leases: [LeasePlan.Lease] = []
        for row in rows[4] {
            leases.append(
                LeasePlan.Lease(
                    partition: Partition(number: Int(try row.int32(0))), holder: try row.optionalIdentifier(1),
                    isExpired: try row.bool(2)))
        }
        return (try rows[3].map { try $0.identifier(0) }, leases)
    }

    /// Asks for free partitions; returns those that were got.
    func claim(_ partitions: [Partition]) async throws -> [Partition] {
        if partitions.isEmpty { return [] }
        let rows = try await database.run([
            Call(claim, [.uuid(replica), .int8(seconds), .int4s(partitions.map { Int32($0.number) })])
        ])
        return try rows[0].map { Partition(number: Int(try $0.int32(0))) }
    }

    /// Hands partitions over to whoever asks next.
    func release(_ partitions: [Partition]) async throws {
        if partitions.isEmpty { return }
        _ = try await database.run([
            Call(release, [.uuid(replica), .int4s(partitions.map { Int32($0.number) })])
        ])
    }

    /// Hands everything over and leaves.
    func leave() async throws {
        _ = try await database.run([
            Call(release, [.uuid(replica), .int4s(Partition.all.map { Int32($0.number) })]),
            Call(leave, [.uuid(replica)]),
        ])
    }
}
