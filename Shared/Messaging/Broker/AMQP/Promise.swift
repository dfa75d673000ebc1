import Synchronization

/// A value that a thread of ours gives to whoever waits for it, once; what comes second is dropped.
final class Promise<Value: Sendable>: Sendable {
    private enum State {
        case awaited([CheckedContinuation<Value, any Error>])
        case resolved(Result<Value, any Error>)
    }

    private let state = Mutex<State>(.awaited([]))

    func resolve(_ result: Result<Value, any Error>) {
        let waiters = state.withLock { state -> [CheckedContinuation<Value, any Error>] in
            guard case .awaited(let continuations) = state else { return [] }
            state = .resolved(result)
            return continuations
        }
        waiters.forEach { $0.resume(with: result) }
    }

    /// Waits for the value; at cancellation calls `onCancel`, which decides whether to give up.
    func value(onCancel: @escaping @Sendable (Promise) -> Void) async throws -> Value {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let known = state.withLock { state -> Result<Value, any Error>? in
                    switch state {
                    case .resolved(let result): return result
                    case .awaited(let others):
                        state = .awaited(others + [continuation])
                        return nil
                    }
                }
                if let known { continuation.resume(with: known) }
            }
        } onCancel: {
            onCancel(self)
        }
    }

    /// Waits for the value; cancellation ends the waiting, not the work.
    func value() async throws -> Value {
        try await value { $0.resolve(.failure(CancellationError())) }
    }
}
