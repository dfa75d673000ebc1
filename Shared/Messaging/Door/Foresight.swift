import Synchronization

/// What a batch is likely to be, by what the one before it was.
///
/// Mostly no message came before, and asking costs more than half of what entering does (0023); mostly nobody is linked with
/// anybody, so that what is touched can be loaded with the locks (0002). Exceptions come together: when a sender repeats a
/// file, when a replica has ended without acknowledging, where many workers work for two companies.
final class Foresight: Sendable {
    private let didCome = Atomic<Bool>(false)
    private let wereLinked = Atomic<Bool>(false)

    /// Whether any of a batch is likely to be known: the broker says so, or the batch before held one that was.
    ///
    /// Then inbox and intake are asked before they are entered.
    func expectsKnown(in arrivals: [Arrival]) -> Bool {
        didCome.load(ordering: .relaxed) || arrivals.contains { $0.mayBeApplied || $0.fromRetry }
    }

    /// Whether any contractor of a batch is likely to be linked: then nothing is loaded before that is known.
    var expectsLinks: Bool { wereLinked.load(ordering: .relaxed) }

    /// Notes how many of a batch were known.
    func note(duplicates: Int) { didCome.store(duplicates > 0, ordering: .relaxed) }

    /// Notes whether any contractor of a batch was linked.
    func note(links: Bool) { wereLinked.store(links, ordering: .relaxed) }
}
