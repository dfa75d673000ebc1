import Logging

extension Database {
    /// Runs a closure in a READ COMMITTED transaction: committed when it returns, unless ``Transaction/finish(_:)`` did
    /// so already, and rolled back when it throws. It is not repeated. The closure runs where the caller does.
    public func transaction<T: Sendable>(
        isolation: isolated (any Actor)? = #isolation, _ body: (Transaction) async throws -> T
    ) async throws -> T {
        let session = try await pool.acquire()
        defer { pool.giveBack(session) }
        return try await session.transaction(isolation: isolation, body)
    }

    /// Like ``transaction(_:)``, and begun again, after a pause that grows, when it fails for a reason that may pass:
    /// a deadlock, a serialization failure, a lost connection. The closure must bear being run again.
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
                try await Task.sleep(for: Backoff.transaction.delay(after: attempt))
                attempt += 1
            }
        }
    }
}
