import Foundation
import Synchronization

/// One thread a process that frees connection threads from library calls that never return.
///
/// Some calls of the library wait without end for a peer that is half gone. Shutting the socket down from outside makes
/// them return with an error at once; nothing else of the handle is touched.
final class Watchdog: Sendable {
    /// The watched side: a connection's thread says when it enters and leaves the library.
    final class Heart: Sendable {
        private struct State {
            var socket: Int32 = -1
            var fired = false
        }

        private let state = Mutex(State())
        private let entered = Atomic<Int64>(0)
        /// Nanoseconds that one stay in the library may take.
        let limit: Int64

        init(limit: Int64) {
            self.limit = limit
        }

        /// Tells which socket to shut down; -1 before the library closes it, as its number may be used again.
        func guarding(_ socket: Int32) {
            state.withLock { $0.socket = socket }
        }

        func enter() {
            entered.store(Monotonic.now(), ordering: .relaxed)
        }

        func leave() {
            entered.store(0, ordering: .relaxed)
        }

        /// Whether the thread was freed by force.
        var fired: Bool {
            state.withLock { $0.fired }
        }

        func check(at now: Int64) {
            let since = entered.load(ordering: .relaxed)
            guard since != 0, now - since > limit else { return }
            state.withLock { state in
                guard state.socket >= 0, !state.fired else { return }
                shutdown(state.socket, Int32(SHUT_RDWR))
                state.fired = true
            }
        }
    }

    static let shared = Watchdog()

    private struct State {
        var hearts: [ObjectIdentifier: Heart] = [:]
        var running = false
    }

    private let state = Mutex(State())

    func register(_ heart: Heart) {
        let start = state.withLock { state in
            state.hearts[ObjectIdentifier(heart)] = heart
            defer { state.running = true }
            return !state.running
        }
        if start { IOThread.start(named: "amqp-watchdog") { [self] in watch() } }
    }

    func unregister(_ heart: Heart) {
        state.withLock { $0.hearts[ObjectIdentifier(heart)] = nil }
    }

    /// Looks at all hearts a few times within the shortest limit, and ends with the last heart.
    private func watch() {
        while true {
            let hearts = state.withLock { state in
                state.running = !state.hearts.isEmpty
                return Array(state.hearts.values)
            }
            guard let shortest = hearts.map(\.limit).min() else { return }
            let now = Monotonic.now()
            hearts.forEach { $0.check(at: now) }
            let pause = min(max(shortest / 8, 10_000_000), 500_000_000)
            var time = timespec(tv_sec: 0, tv_nsec: Int(pause))
            nanosleep(&time, nil)
        }
    }
}
