import Contracts
import Logging
import Synchronization

/// The shell around ``PoolState``: it does what the state says.
final class Pool: Sendable {
    typealias Waiter = CheckedContinuation<Session, any Error>
    private typealias State = PoolState<Session, Waiter>

    let configuration: DatabaseConfiguration
    let logger: Logger
    let surroundings: Surroundings
    let conductor: (any Conductor)?
    private let state: Mutex<State>
    private let lastWaiter = Atomic<Int>(0)
    private let finished = Mutex<(done: Bool, watchers: Watchers)>((false, Watchers()))

    init(
        _ configuration: DatabaseConfiguration, logger: Logger, _ surroundings: Surroundings,
        _ conductor: (any Conductor)?
    ) {
        self.configuration = configuration
        self.logger = logger
        self.surroundings = surroundings
        self.conductor = conductor
        state = Mutex(PoolState(limit: configuration.poolSize))
    }

    /// A connection that nobody else uses until it is given back.
    func acquire() async throws -> Session {
        try Task.checkCancellation()
        while let session = state.withLock({ $0.takeIdle() }) {
            if session.mailbox.isReusable { return session }
            giveBack(session)
        }
        let id = lastWaiter.add(1, ordering: .relaxed).newValue
        let deadline = Task {
            guard (try? await surroundings.pause(configuration.acquireTimeout)) != nil else { return }
            expire(id)
        }
        defer { deadline.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                perform(state.withLock { $0.enlist(continuation, id: id) })
                // A cancellation that came before this caller was enlisted found nothing to withdraw.
                if Task.isCancelled { cancel(id) }
            }
        } onCancel: {
            cancel(id)
        }
    }

    /// Takes a connection back; one that cannot be used as if it were new is closed.
    func giveBack(_ session: Session) {
        perform(state.withLock { $0.returned(session, isReusable: session.mailbox.isReusable) })
    }

    /// Closes what is idle, and returns when all that was lent is back and closed.
    func close() async {
        perform(state.withLock { $0.close() })
        let (stream, continuation) = AsyncStream.makeStream(of: Never.self)
        finished.withLock { finished in
            if finished.done { continuation.finish() } else { _ = finished.watchers.add(continuation) }
        }
        for await _ in stream {}
    }

    /// Closes what is idle without waiting for the rest.
    func abandon() {
        perform(state.withLock { $0.close() })
    }

    private func cancel(_ id: Int) {
        state.withLock { $0.withdraw(id) }?.waiter.resume(throwing: CancellationError())
    }

    private func expire(_ id: Int) {
        guard let (waiter, failure) = state.withLock({ $0.withdraw(id) }) else { return }
        if let failure {
            waiter.resume(throwing: failure)
        } else {
            let patience = configuration.acquireTimeout
            let message = "no connection was free within \(patience), the pool's \(configuration.poolSize) are in use"
            waiter.resume(throwing: DatabaseError(.timeout, message))
        }
    }

    private func perform(_ actions: [State.Action]) {
        for action in actions {
            switch action {
            case .lease(let session, let waiter): waiter.resume(returning: session)
            case .fail(let waiter, let error): waiter.resume(throwing: error)
            case .close(let session): session.close()
            case .open(let failures): Task { await open(after: failures) }
            case .finished:
                let watchers = finished.withLock { finished in
                    finished.done = true
                    return finished.watchers.removeAll()
                }
                for watcher in watchers { watcher.finish() }
            }
        }
    }

    private func open(after failures: Int) async {
        do {
            if failures > 0 {
                let chance = surroundings.chance.fraction()
                try await surroundings.pause(Backoff.reconnect.delay(after: failures, chance: chance))
            }
            let session = try await Session.open(configuration, logger: logger, conductor) { [weak self] session in
                guard let self else { return }
                perform(state.withLock { $0.ended(session) })
            }
            perform(state.withLock { $0.opened(session) })
        } catch {
            let failure = error as? DatabaseError ?? DatabaseError(.unavailable, "\(error)")
            logger.warning(
                "cannot connect to the database",
                metadata: ["reason": "\(failure.message)", "attempt": "\(failures + 1)"])
            perform(state.withLock { $0.openFailed(failure) })
        }
    }
}
