import Contracts

/// An event that was read, and which delivery it came with.
struct Waiting: Sendable {
    let arrival: Arrival
    /// The number of its delivery, in the order in which they were read.
    let delivery: Int
    /// Whether it came back so often that it may be what kills the process.
    let isSuspect: Bool

    /// Whether nothing else may be in work with it: a link changes who is loaded with whom.
    var goesAlone: Bool { isSuspect || arrival.isLink }

    /// The number of its contractor's partition; that after the last for what is about nobody.
    var lane: Int { arrival.item?.contractor.map { Partition(of: $0).number } ?? Partition.count }
}
