import Synchronization

/// Gives work a limited time.
public enum TimeLimit {
    /// The time was over first.
    public struct Exceeded: Error {}

    /// Runs work, or throws ``Exceeded`` when its time is over; the work is then cancelled and not waited for.
    ///
    /// A task group would wait for work that does not heed its cancellation, and that is the case the limit is for.
    public static func run<Value: Sendable>(
        _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value,
    ) async throws -> Value {
        let race = Race<Value>()
        let worker = Task {
            do {
                race.finish(.success(try await work()))
            } catch {
                race.finish(.failure(error))
            }
        }
        let alarm = Task {
            try await Task.sleep(for: limit)
            race.finish(.failure(Exceeded()))
        }
        defer {
            worker.cancel()
            alarm.cancel()
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { race.wait($0) }
        } onCancel: {
            race.finish(.failure(CancellationError()))
        }
    }

    /// Hands the first of several results to the one who waits.
    private final class Race<Value: Sendable>: Sendable {
        private enum State {
            case open
            case waiting(CheckedContinuation<Value, any Error>)
            case finished(Result<Value, any Error>)
            case delivered
        }

        private let state = Mutex(State.open)

        func wait(_ continuation: CheckedContinuation<Value, any Error>) {
            let result: Result<Value, any Error>? = state.withLock { state in
                if case .finished(let result) = state {
                    state = .delivered
                    return result
                }
                state = .waiting(continuation)
                return nil
            }
            if let result { continuation.resume(with: result) }
        }

        func finish(_ result: Result<Value, any Error>) {
            let waiting: CheckedContinuation<Value, any Error>? = state.withLock { state in
                switch state {
                case .open:
                    state = .finished(result)
                    return nil
                case .waiting(let continuation):
                    state = .delivered
                    return continuation
                case .finished, .delivered:
                    return nil
                }
            }
            waiting?.resume(with: result)
        }
    }
}
