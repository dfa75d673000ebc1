import CPostgreSQL
import Glibc
import Synchronization

/// An eventfd: whatever thread signals it, the thread that polls it wakes up.
final class Wakeup: Sendable {
    /// What to poll; the polling thread closes it, so nobody else may keep it.
    let descriptor: Int32
    private let isOpen = Mutex(true)

    /// Fails when the process has no descriptor left.
    init() throws {
        descriptor = gh_eventfd()
        guard descriptor >= 0 else { throw DatabaseError(.unavailable, "no descriptor left for a connection") }
    }

    deinit {
        close()
    }

    /// Gives the descriptor back, however long callers hold on to this object; signals go nowhere afterwards.
    func close() {
        isOpen.withLock { isOpen in
            if isOpen { Glibc.close(descriptor) }
            isOpen = false
        }
    }

    func signal() {
        isOpen.withLock { isOpen in
            guard isOpen else { return }
            var one: UInt64 = 1
            // The only failure, a counter about to overflow, means that it is signalled already.
            _ = write(descriptor, &one, 8)
        }
    }

    func clear() {
        var count: UInt64 = 0
        // Nothing to read means that it was not signalled.
        _ = read(descriptor, &count, 8)
    }
}
