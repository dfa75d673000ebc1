import Synchronization

/// A READ COMMITTED transaction on a connection that is its own while the closure runs that was given it.
///
/// It takes no round trip to begin: BEGIN goes with the first ``run(_:)``, and COMMIT with ``finish(_:)``.
public final class Transaction: Sendable {
    private enum Phase {
        case fresh
        case open
        case failed
        case finished
    }

    private static let begin = Call(Statement("BEGIN ISOLATION LEVEL READ COMMITTED"))
    private static let commit = Call(Statement("COMMIT"))
    private static let rollback = Call(Statement("ROLLBACK"))

    private let session: Session
    private let phase = Mutex(Phase.fresh)

    init(_ session: Session) {
        self.session = session
    }

    /// Runs calls in order in one round trip; after an error nothing more can be done but let it pass.
    @discardableResult
    public func run(_ calls: [Call]) async throws -> [Rows] {
        try Task.checkCancellation()
        guard !calls.isEmpty else { return [] }
        let isFirst = try enter(next: .open)
        return try await guarded {
            let rows = try await session.run(isFirst ? [Transaction.begin] + calls : calls, .none)
            return isFirst ? Array(rows.dropFirst()) : rows
        }
    }

    /// Runs several statements in one string, which must leave the transaction open.
    public func script(_ sql: String) async throws {
        try Task.checkCancellation()
        if try enter(next: .open) { try await guarded { _ = try await session.run([Transaction.begin], .none) } }
        try await guarded {
            _ = try await session.script(sql)
            guard session.mailbox.isInTransaction else {
                throw DatabaseError(.aborted, "the script ended the transaction that it was run in")
            }
        }
    }

    /// Runs the last calls and commits, in one round trip.
    ///
    /// - Throws: ``DatabaseError/Code/commitOutcomeUnknown`` when the connection was lost before the answer.
    @discardableResult
    public func finish(_ calls: [Call] = []) async throws -> [Rows] {
        try Task.checkCancellation()
        return try await commit(calls)
    }

    /// Commits what the closure left open; without a check for cancellation, because the closure has succeeded.
    func settle() async throws {
        switch phase.withLock({ $0 }) {
        case .fresh, .finished: return
        case .open: try await commit([])
        case .failed: throw DatabaseError(.aborted, "the transaction had failed before and was rolled back")
        }
    }

    /// Rolls back what is still open.
    ///
    /// A failure of that needs no report: the connection is then not used again, and
    /// the server rolls back what it leaves.
    func abandon() async {
        phase.withLock { $0 = .finished }
        guard session.mailbox.isInTransaction, !session.mailbox.isEnded else { return }
        do {
            _ = try await session.run([Transaction.rollback], .none)
        } catch {
            session.close()
        }
    }

    @discardableResult
    private func commit(_ calls: [Call]) async throws -> [Rows] {
        let isFirst = try enter(next: .finished)
        return try await guarded {
            let rows = try await session.run(
                (isFirst ? [Transaction.begin] : []) + calls + [Transaction.commit], .commit)
            return Array(rows.dropFirst(isFirst ? 1 : 0).dropLast())
        }
    }

    /// Whether this is the first round trip.
    private func enter(next: Phase) throws -> Bool {
        try phase.withLock { phase in
            switch phase {
            case .fresh, .open:
                defer { phase = next }
                return phase == .fresh
            case .failed:
                throw DatabaseError(.aborted, "the transaction has failed before")
            case .finished:
                throw DatabaseError(.aborted, "the transaction is finished")
            }
        }
    }

    private func guarded<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch {
            phase.withLock { $0 = .failed }
            throw error
        }
    }
}
