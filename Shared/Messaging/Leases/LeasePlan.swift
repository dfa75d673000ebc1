import Contracts

/// What one replica does about its partitions after it has seen all leases: a pure function, so that tests can show that
/// any number of replicas ends with fair shares.
struct LeasePlan: Equatable {
    /// A partition as the table has it.
    struct Lease: Equatable {
        let partition: Partition
        let holder: Identifier?
        /// Whether the holder has failed to renew it in time.
        let isExpired: Bool
    }

    /// Free partitions to ask for.
    var claim: [Partition] = []
    /// Own partitions to hand over.
    var release: [Partition] = []

    /// The plan of `replica` among the living ones.
    init(of replica: Identifier, living: [Identifier], leases: [Lease]) {
        let order = Set(living).union([replica]).sorted()
        let rank = order.firstIndex(of: replica) ?? 0
        let share = leases.count / order.count + (rank < leases.count % order.count ? 1 : 0)
        let own = leases.filter { $0.holder == replica && !$0.isExpired }.map(\.partition).sorted()
        if own.count > share {
            release = Array(own.suffix(own.count - share))
            return
        }
        let free = leases.filter { $0.holder == nil || $0.isExpired }.map(\.partition).sorted()
        // Everybody starts elsewhere, so that replicas that start together do not ask for the same ones.
        let start = free.isEmpty ? 0 : rank * free.count / order.count
        claim = Array((free[start...] + free[..<start]).prefix(share - own.count))
    }
}
