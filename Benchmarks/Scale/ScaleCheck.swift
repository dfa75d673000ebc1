import Contracts
import Database
import Messaging

/// Whether replicas did what they were measured at: nothing lost, nothing twice, each contractor's events in order.
struct ScaleCheck: Sendable {
    let service: ServiceName
    let messages: Int
    let database: Database

    func run(_ house: BenchHouse) async throws {
        let s = service.rawValue
        let rows = try await count("SELECT count(*) FROM \(s)_engagement")
        guard rows == messages else { throw BenchError("\(rows) rows in \(s)_engagement, \(messages) expected") }
        let failed = try await count("SELECT count(*) FROM \(s)_retry")
        guard failed == 0 else { throw BenchError("\(failed) messages failed at \(s)") }
        // Entry needs no order, so what came by the inbound queue has none to keep.
        if service != .onboarding { try await checkOrder() }
        try await checkQueues(house)
    }

    /// Ids of events grow as they are sent, and transactions as they begin to write: no event of a contractor may have been
    /// applied by an earlier transaction than one that was sent before it.
    private func checkOrder() async throws {
        let s = service.rawValue
        let ids = ScaleEvents(count: messages)
        let rows = try await database.run([
            Call(Statement("SELECT id, xmin::text::int8 FROM \(s)_inbox ORDER BY id"))
        ])
        guard rows[0].count == messages else {
            throw BenchError("\(rows[0].count) rows in \(s)_inbox, \(messages) expected")
        }
        var latest: [Identifier: Int64] = [:]
        var (disorders, transactions) = (0, Set<Int64>())
        for (number, row) in rows[0].enumerated() {
            let (contractor, transaction) = (ids.contractor(of: number), try row.int64(1))
            transactions.insert(transaction)
            if let last = latest[contractor], last > transaction { disorders += 1 }
            latest[contractor] = transaction
        }
        Print.note("order of \(messages) events in \(transactions.count) transactions: \(disorders) broken")
        guard disorders == 0 else { throw BenchError("\(disorders) events were overtaken by a later one of theirs") }
    }

    private func checkQueues(_ house: BenchHouse) async throws {
        let broker = try house.broker(as: "guildhall")
        let queues =
            service == .onboarding
            ? [Topology.inboundQueue(of: service)] : Partition.all.map { Topology.eventsQueue(of: service, $0) }
        for queue in queues where try await broker.readyMessages(in: queue) > 0 {
            throw BenchError("\(queue) is not empty")
        }
        await broker.close()
    }

    private func count(_ sql: String) async throws -> Int64 {
        try await database.run([Call(Statement(sql))])[0].only().int64(0)
    }
}
