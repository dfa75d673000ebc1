import Synchronization

/// A value that a thread of ours gives to a task, once; what comes second is dropped.
final class Promise<Value: Sendable>: Sendable {
    private enum State {
        case empty
        case awaited(CheckedContinuation<Value, any Error>)
        case resolved(Result<Value, any Error>)
    }

    private let state = Mutex<State>(.empty)

    func resolve(_ result: Result<Value, any Error>) {
        let waiter = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            switch state {
            case .resolved:
                return nil
            case .empty:
                state = .resolved(result)
                return nil
            case .awaited(let continuation):
                state = .resolved(result)
                return continuation
            }
        }
        waiter?.resume(with: result)
    }

    /// Waits for the value; at cancellation calls `onCancel`, which decides whether to give up.
    func value(onCancel: @escaping @Sendable (Promise) -> Void) async throws -> Value {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let known = state.withLock { state -> Result<Value, any Error>? in
                    if case .resolved(let result) = state { return result }
                    state = .awaited(continuation)
                    return nil
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
