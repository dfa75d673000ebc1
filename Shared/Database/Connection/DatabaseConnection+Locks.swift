extension DatabaseConnection {
    private static let lock = Statement("SELECT pg_advisory_lock($1)")
    private static let tryLock = Statement("SELECT pg_try_advisory_lock($1)")
    private static let unlock = Statement("SELECT pg_advisory_unlock($1)")

    /// Waits for an advisory lock, at most as long as a statement may run; it is held until it is given up or the
    /// connection ends.
    public func lock(_ key: Int64) async throws {
        try await run([Call(DatabaseConnection.lock, [.int8(key)])])
    }

    /// Takes an advisory lock if it is free; true when it was.
    public func tryLock(_ key: Int64) async throws -> Bool {
        try await run([Call(DatabaseConnection.tryLock, [.int8(key)])])[0].only().bool(0)
    }

    /// Gives up an advisory lock; false when this connection did not hold it.
    @discardableResult
    public func unlock(_ key: Int64) async throws -> Bool {
        try await run([Call(DatabaseConnection.unlock, [.int8(key)])])[0].only().bool(0)
    }
}
