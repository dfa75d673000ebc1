import Contracts
import Database
import Logging

/// Keeps the outbox clean: own lock, rows of dead writers, confirmed rows whose deletion failed; and the inbox short.
struct Housekeeping: Sendable {
    let service: ServiceName
    let database: Database
    let writer: Writer
    let relay: Relay
    let status: EngineStatus
    let interval: Duration
    let surroundings: Surroundings

    /// Turns between two looks for expired ids, unless there were more than one look removes.
    private static let turnsBetweenRemovals = 60

    /// Looks after outbox and inbox until cancelled or the database is lost.
    func run() async throws {
        let session = try await database.dedicated()
        let sweep = Sweep(service: service, database: database, relay: relay)
        let removal = InboxRemoval(service)
        var turnsLeft = 0
        do {
            while true {
                turnsLeft -= 1
                if turnsLeft <= 0 {
                    turnsLeft = try await removal.run { try await session.run($0) } ? 1 : Self.turnsBetweenRemovals
                }
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
