import Contracts
import Database
import Logging

/// Keeps the outbox clean: own lock, rows of dead writers, confirmed rows whose deletion failed; and measures it.
struct Housekeeping: Sendable {
    let service: ServiceName
    let database: Database
    let writer: Writer
    let relay: Relay
    let status: EngineStatus
    let interval: Duration
    let surroundings: Surroundings

    /// Looks after the outbox until cancelled or the database is lost.
    func run() async throws {
        let session = try await database.dedicated()
        let sweep = Sweep(service: service, database: database, relay: relay)
        do {
            while true {
                try await writer.renewIfLost()
                _ = try await sweep.run(except: writer.current, on: session)
                try await relay.deleteLeftOvers()
                try await surroundings.pause(interval)
            }
        } catch {
            await session.close()
            throw error
        }
    }
}
