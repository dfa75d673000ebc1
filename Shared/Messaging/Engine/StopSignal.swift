import Synchronization

/// Says once that it is time to stop; everybody who waits is told.
public final class StopSignal: Sendable {
    private struct State {
        var isStopped = false
        var next = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    }

    private let state = Mutex(State())

    /// Not yet time to stop.
    public init() {}

    /// Whether it is time to stop.
    public var isStopped: Bool { state.withLock { $0.isStopped } }

    /// It is time to stop.
    public func stop() {
        let waiters = state.withLock { state in
            state.isStopped = true
            defer { state.waiters = [:] }
            return state.waiters.values
        }
        waiters.forEach { $0.resume() }
    }

    /// Returns when it is time to stop, or when the caller's task is cancelled.
    public func wait() async {
        let ticket = state.withLock { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    if state.isStopped || Task.isCancelled { return true }
                    state.waiters[ticket] = continuation
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: ticket) }?.resume()
        }
    }
}
