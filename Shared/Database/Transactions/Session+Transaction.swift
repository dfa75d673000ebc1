extension Session {
    /// Runs a closure in a transaction that is committed when it returns and rolled back when it throws.
    func transaction<T: Sendable>(
        isolation: isolated (any Actor)?, _ body: (Transaction) async throws -> T
    ) async throws -> T {
        let transaction = Transaction(self)
        do {
            let value = try await body(transaction)
            try await transaction.settle()
            return value
        } catch {
            await transaction.abandon()
            throw error
        }
    }
}
