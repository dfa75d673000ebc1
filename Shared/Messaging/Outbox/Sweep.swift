import Contracts
import Database
import Logging

/// Takes over the outbox rows of writers that are gone: publishes what a crash left committed and unpublished.
struct Sweep: Sendable {
    let database: Database
    let relay: Relay
    let statements: OutboxStatements

    init(service: ServiceName, database: Database, relay: Relay) {
        self.database = database
        self.relay = relay
        statements = OutboxStatements(service)
    }

    /// Publishes the rows of every writer whose lock is free; `own` are never its business.
    ///
    /// The dead writer's lock is held meanwhile, so that of several replicas one sweeps a writer.
    func run(except own: Int64, on session: DatabaseConnection) async throws -> Int {
        var swept = 0
        for row in try await session.run([Call(statements.writers)])[0] {
            let writer = try row.int64(0)
            if writer == own { continue }
            let lock: [Parameter] = [.int4(Writer.lockClass), .int4(Writer.lockKey(writer))]
            guard try await session.run([Call(statements.tryLock, lock)])[0][0].bool(0) else { continue }
            do {
                swept += try await publish(writer, on: session)
                _ = try await session.run([Call(statements.unlock, lock)])
            } catch {
                await session.close()
                throw error
            }
        }
        return swept
    }

    private func publish(_ writer: Int64, on session: DatabaseConnection) async throws -> Int {
        let rows = try await session.run([Call(statements.rows, [.int8(writer)])])[0]
        var found: [OutboxRow] = []
        for row in rows {
            found.append(
                OutboxRow(
                    writer: writer, id: try row.identifier(0), routingKey: try row.text(1), body: try row.bytes(2)))
        }
        await relay.submitSwept(found)
        return found.count
    }
}
