import Synchronization

/// When each message was sent, and when what it led to came back.
final class Journal: Sendable {
    private struct State {
        var sent: [ContinuousClock.Instant?]
        var arrived: [ContinuousClock.Instant?]
        var missing: Int
    }

    private let state: Mutex<State>

    /// A journal of so many messages.
    init(count: Int) {
        state = Mutex(
            State(
                sent: Array(repeating: nil, count: count), arrived: Array(repeating: nil, count: count),
                missing: count))
    }

    /// How many have not come back.
    var missing: Int { state.withLock { $0.missing } }

    /// Notes that messages go out now.
    func sent(_ numbers: Range<Int>) {
        let now = ContinuousClock.now
        state.withLock { state in
            for number in numbers { state.sent[number] = now }
        }
    }

    /// Notes what a message led to; only the first counts, since an event may come more than once.
    func arrived(_ number: Int, at moment: ContinuousClock.Instant) {
        state.withLock { state in
            guard state.arrived.indices.contains(number), state.arrived[number] == nil else { return }
            state.arrived[number] = moment
            state.missing -= 1
        }
    }

    /// Milliseconds from sending to arrival, in the order of sending, without the first so many.
    func milliseconds(after warmUp: Int) -> [Double] {
        state.withLock { state in
            zip(state.sent, state.arrived).dropFirst(warmUp).compactMap { sent, arrived in
                guard let sent, let arrived else { return nil }
                return (arrived - sent).inSeconds * 1000
            }
        }
    }

    /// How many messages were sent in a second, without the first so many.
    func sentPerSecond(after warmUp: Int) -> Double {
        state.withLock { state in
            let moments = state.sent.dropFirst(warmUp).compactMap { $0 }
            guard let first = moments.min(), let last = moments.max(), last > first else { return 0 }
            return Double(moments.count - 1) / (last - first).inSeconds
        }
    }
}
