import Contracts
import Logging

extension Database {
    /// Runs a closure in a READ COMMITTED transaction, once.
    ///
    /// It is committed when the closure returns, unless ``Transaction/finish(_:)`` did so already, and rolled back when
    /// the closure throws. The closure runs where the caller does.
    public func transaction<T: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ body: (Transaction) async throws -> T
    ) async throws -> T {
        let session = try await pool.acquire()
        defer { pool.giveBack(session) }
        return try await session.transaction(isolation: isolation, body)
    }

    /// Runs a closure in a READ COMMITTED transaction, and again when it fails for a reason that may pass.
    ///
    /// Such reasons are a deadlock, a serialization failure and a lost connection; the pause between attempts grows. The closure must bear being run again.
    ///
    /// A commit whose outcome is unknown is not repeated: whether that is safe only the caller can tell.
    ///
    /// - Parameter attempts: at least one; defaults to five.
    public func transactionRepeating<T: Sendable>(
        attempts: Int = 5, isolation: isolated (any Actor)? = #isolation, _ body: (Transaction) async throws -> T
    ) async throws -> T {
        var attempt = 1
        while true {
            do {
                return try await transaction(isolation: isolation, body)
            } catch let error as DatabaseError where error.isTransient && attempt < attempts {
                pool.logger.debug(
                    "transaction repeated", metadata: ["reason": "\(error)", "attempt": "\(attempt)"])
                let chance = pool.surroundings.chance.fraction()
                try await pool.surroundings.pause(Backoff.transaction.delay(after: attempt, chance: chance))
                attempt += 1
            }
        }
    }
}
