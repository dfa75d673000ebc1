import Contracts
import Logging

/// A pool of connections to one database.
///
/// Connections are opened when they are needed, up to the configured number, and again, with growing pauses, after they
/// were lost. A caller's task is suspended while its round trip is on the way; the waiting is done by a thread of the
/// connection's own, never by one of the cooperative pool. A cancelled task stops waiting for a connection, and starts
/// no further round trip; one that is on its way is always waited for, because leaving it would leave its outcome
/// unknown.
public final class Database: Sendable {
    let pool: Pool

    /// A pool; nothing is opened yet.
    ///
    /// - Parameters:
    ///   - surroundings: time and chance; the machine's own unless told otherwise.
    ///   - conductor: who decides over every round trip, in a simulation.
    public init(
        _ configuration: DatabaseConfiguration, logger: Logger, surroundings: Surroundings = Surroundings(),
        conductor: (any Conductor)? = nil
    ) {
        pool = Pool(configuration, logger: logger, surroundings, conductor)
    }

    deinit {
        pool.abandon()
    }

    /// What the pool was made with.
    public var configuration: DatabaseConfiguration { pool.configuration }

    /// Runs calls in order in one round trip, as one transaction: if one fails, none had an effect.
    ///
    /// - Throws: ``DatabaseError``; its `callIndex` tells which call failed. A connection lost before the answer leaves
    ///   ``DatabaseError/Code/commitOutcomeUnknown``.
    @discardableResult
    public func run(_ calls: [Call]) async throws -> [Rows] {
        guard !calls.isEmpty else { return [] }
        let session = try await pool.acquire()
        defer { pool.giveBack(session) }
        return try await session.run(calls, .implicitCommit)
    }

    /// Runs calls that change nothing, in one round trip, and again on another connection when one was lost.
    ///
    /// The server is told that nothing may be changed, so that a call which would is refused.
    public func read(_ calls: [Call]) async throws -> [Rows] {
        guard !calls.isEmpty else { return [] }
        var losses = 0
        while true {
            let session = try await pool.acquire()
            defer { pool.giveBack(session) }
            do {
                return Array(try await session.run([Database.readOnly] + calls, .none).dropFirst())
            } catch let error as DatabaseError where error.isConnectionLoss && losses < 3 {
                losses += 1
            } catch var error as DatabaseError where error.sqlState == SQLState.readOnlyTransaction {
                // The caller's mistake here, not a primary that became a standby.
                error.retiresConnection = false
                throw error
            }
        }
    }

    private static let readOnly = Call(
        Statement("SELECT set_config('transaction_read_only', 'on', true)"))

    /// A connection of its own beside the pool, for advisory locks, LISTEN and scripts; whoever asked for it closes it.
    ///
    /// - Parameter statementTimeout: another limit than the configuration's; zero lets statements wait for ever.
    public func dedicated(statementTimeout: Duration? = nil) async throws -> DatabaseConnection {
        var configuration = pool.configuration
        if let statementTimeout { configuration.statementTimeout = statementTimeout }
        return try await DatabaseConnection.open(
            configuration, logger: pool.logger, pool.surroundings, pool.conductor)
    }

    /// Turns away new callers, and returns when every connection of the pool has been given back and closed.
    public func close() async {
        await pool.close()
    }
}
