import Synchronization

/// Whether messages are likely to have come before: then inbox and intake are asked before they are entered.
///
/// Mostly none did, and a question costs more than half of what entering does (0023). They come together: when a sender
/// repeats a file, when a replica has ended without acknowledging.
final class Repetitions: Sendable {
    private let didCome = Atomic<Bool>(false)

    /// Whether any of a batch is likely to be known: the broker says so, or the batch before held one that was.
    func areExpected(in arrivals: [Arrival]) -> Bool {
        didCome.load(ordering: .relaxed) || arrivals.contains { $0.mayBeApplied || $0.fromRetry }
    }

    /// Notes how many of a batch were known.
    func note(_ duplicates: Int) { didCome.store(duplicates > 0, ordering: .relaxed) }
}
