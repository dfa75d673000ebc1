import CPostgreSQL
import Glibc

/// An eventfd: whatever thread signals it, the thread that polls it wakes up.
final class Wakeup: Sendable {
    let descriptor: Int32

    /// Fails when the process has no descriptor left.
    init() throws {
        descriptor = gh_eventfd()
        guard descriptor >= 0 else { throw DatabaseError(.unavailable, "no descriptor left for a connection") }
    }

    deinit {
        close(descriptor)
    }

    func signal() {
        var one: UInt64 = 1
        // The only failure, a counter about to overflow, means that it is signalled already.
        _ = write(descriptor, &one, 8)
    }

    func clear() {
        var count: UInt64 = 0
        // Nothing to read means that it was not signalled.
        _ = read(descriptor, &count, 8)
    }
}
