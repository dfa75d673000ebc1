import Contracts
import Logging

/// A connection outside the pool, for what belongs to a session: advisory locks, LISTEN, scripts.
///
/// It is not reopened when it is lost, because what it held is lost with it: ``closed()`` tells, and the owner begins
/// again. Round trips of several tasks go one after the other.
public final class DatabaseConnection: Sendable {
    let session: Session

    private init(_ session: Session) {
        self.session = session
    }

    deinit {
        session.close()
    }

    /// Opens a connection, trying again with growing pauses for as long as a caller may wait for one of a pool.
    static func open(
        _ configuration: DatabaseConfiguration, logger: Logger, _ surroundings: Surroundings,
        _ conductor: (any Conductor)?
    ) async throws -> DatabaseConnection {
        let elapsed = surroundings.stopwatch()
        var failures = 0
        while true {
            try Task.checkCancellation()
            do {
                return DatabaseConnection(try await Session.open(configuration, logger: logger, conductor))
            } catch let error as DatabaseError {
                failures += 1
                let pause = Backoff.reconnect.delay(after: failures, chance: surroundings.chance.fraction())
                let isHopeless = error.sqlState.map(SQLState.isMisconfiguration) ?? false
                guard !isHopeless, elapsed() + pause < configuration.acquireTimeout else { throw error }
                try await surroundings.pause(pause)
            }
        }
    }

    /// Runs calls in order in one round trip, as one transaction.
    @discardableResult
    public func run(_ calls: [Call]) async throws -> [Rows] {
        try Task.checkCancellation()
        guard !calls.isEmpty else { return [] }
        return try await session.run(calls, session.mailbox.isInTransaction ? .none : .implicitCommit)
    }

    /// Runs several statements in one string, as one transaction unless the string contains BEGIN and COMMIT.
    public func script(_ sql: String) async throws {
        try Task.checkCancellation()
        _ = try await session.script(sql)
    }

    /// Runs a closure in a READ COMMITTED transaction, as ``Database`` does; meanwhile no other task may use the
    /// connection.
    public func transaction<T: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ body: (Transaction) async throws -> T
    ) async throws -> T {
        try Task.checkCancellation()
        return try await session.transaction(isolation: isolation, body)
    }

    /// Whether the connection was lost or closed.
    public var isLost: Bool {
        session.mailbox.isEnded
    }

    /// Returns when the connection is lost or closed, or the task is cancelled.
    public func closed() async {
        await session.ended()
    }

    /// Ends the connection, and with it its locks; a round trip on its way is given up.
    ///
    /// Returns when it has ended.
    public func close() async {
        session.close()
        await session.ended()
    }
}
