import Synchronization

/// The hosts' clock of a simulation: it stands still while anything is to be done, and then jumps.
struct SimulatedClock: Clock {
    struct Instant: InstantProtocol {
        var nanoseconds: Int64

        func advanced(by duration: Duration) -> Instant { Instant(nanoseconds: nanoseconds + duration.nanoseconds) }
        func duration(to other: Instant) -> Duration { .nanoseconds(other.nanoseconds - nanoseconds) }
        static func < (left: Instant, right: Instant) -> Bool { left.nanoseconds < right.nanoseconds }
    }

    let scheduler: Scheduler

    var now: Instant { Instant(nanoseconds: scheduler.now) }
    var minimumResolution: Duration { .nanoseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        let sleeper = Sleeper()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                sleeper.begin(continuation)
                scheduler.schedule(at: deadline.nanoseconds) { sleeper.end(.success(())) }
            }
        } onCancel: {
            sleeper.end(.failure(CancellationError()))
        }
    }
}

/// A task that sleeps until it is woken or cancelled, whichever is first.
private final class Sleeper: Sendable {
    private enum State {
        case awake
        case asleep(CheckedContinuation<Void, any Error>)
        case ended(Result<Void, any Error>)
    }

    private let state = Mutex(State.awake)

    func begin(_ continuation: CheckedContinuation<Void, any Error>) {
        let ended: Result<Void, any Error>? = state.withLock { state in
            if case .ended(let result) = state { return result }
            state = .asleep(continuation)
            return nil
        }
        if let ended { continuation.resume(with: ended) }
    }

    func end(_ result: Result<Void, any Error>) {
        let sleeper: CheckedContinuation<Void, any Error>? = state.withLock { state in
            defer { if case .ended = state {} else { state = .ended(result) } }
            if case .asleep(let continuation) = state { return continuation }
            return nil
        }
        sleeper?.resume(with: result)
    }
}

extension Duration {
    /// Whole nanoseconds.
    var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
