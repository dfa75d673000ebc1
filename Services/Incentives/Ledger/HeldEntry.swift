import Contracts

/// An entry as the ledger has it; it is kept after it is reversed.
struct HeldEntry: Hashable, Sendable {
    let entry: Entry
    /// Whether it stands.
    let isOpen: Bool
    /// Grows with every posting and reversal.
    let sequence: Int64

    /// The posting that it stands by, or stood by before it was reversed.
    func posting(at now: Timestamp) -> Posting {
        entry.posting(sequence: isOpen ? sequence : sequence - 1, at: now)
    }
}
