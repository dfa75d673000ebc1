import Database
import Logging
import Synchronization

/// Whose outbox rows these are: a number with an advisory lock that is held while the writer lives.
///
/// The sweep takes the rows of writers whose lock is free. A writer that cannot know whether its rows were committed
/// takes a new number and lets the old one go, so that the sweep finds what there is.
public final class Writer: Sendable {
    /// The first key of the advisory locks of writers.
    static let lockClass: Int32 = 0x6775_696C

    private let database: Database
    private let ids: IdentifierSource
    private let logger: Logger
    private let state = Mutex<(number: Int64, session: DatabaseConnection?)>((0, nil))

    init(database: Database, ids: IdentifierSource, logger: Logger) {
        self.database = database
        self.ids = ids
        self.logger = logger
    }

    /// The number that new rows carry.
    var current: Int64 { state.withLock { $0.number } }

    /// The lock's second key of a writer's number.
    static func lockKey(_ number: Int64) -> Int32 { Int32(truncatingIfNeeded: number) }

    /// Takes a new number and its lock on a session of its own; the old session, and with it the old lock, ends.
    func renew() async throws {
        let session = try await database.dedicated()
        let number = Int64(ids.randomBits() >> 33)
        let rows = try await session.run([
            Call(
                Statement("SELECT pg_try_advisory_lock($1::int4, $2::int4)"),
                [.int4(Writer.lockClass), .int4(Writer.lockKey(number))])
        ])
        guard try rows[0][0].bool(0) else {
            await session.close()
            return try await renew()
        }
        let old = state.withLock { state in
            let old = state.session
            state = (number, session)
            return old
        }
        await old?.close()
        logger.debug("took a new outbox writer", metadata: ["writer": "\(number)"])
    }

    /// Takes a new number when the session that held the lock is gone.
    func renewIfLost() async throws {
        let session = state.withLock { $0.session }
        if session == nil || session?.isLost == true { try await renew() }
    }

    /// Lets the number go; what is left of its rows is the sweep's.
    func close() async {
        let session = state.withLock { state in
            defer { state.session = nil }
            return state.session
        }
        await session?.close()
    }
}
