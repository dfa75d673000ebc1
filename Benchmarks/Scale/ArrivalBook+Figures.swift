import Contracts
import Synchronization

extension ArrivalBook {
    /// When the first event of each partition was received after a moment of that partition.
    func firstArrivals(
        after moments: [Partition: ContinuousClock.Instant]
    ) -> [Partition: ContinuousClock.Instant] {
        state.withLock { state in
            var found: [Partition: ContinuousClock.Instant] = [:]
            for arrival in state.arrivals.reversed() {
                if let moment = moments[arrival.partition], arrival.at > moment {
                    found[arrival.partition] = arrival.at
                }
            }
            return found
        }
    }

    /// The longest time between two events of one partition that overlaps a window, and the longest that an event of it
    /// took from its due moment, in seconds.
    func worst(
        of partitions: Set<Partition>, from start: ContinuousClock.Instant, to end: ContinuousClock.Instant
    ) -> (gap: Double, wait: Double) {
        state.withLock { state in
            var last: [Partition: ContinuousClock.Instant] = [:]
            var worst = (gap: 0.0, wait: 0.0)
            for arrival in state.arrivals where partitions.contains(arrival.partition) {
                if arrival.at > end { break }
                defer { last[arrival.partition] = arrival.at }
                if arrival.at < start { continue }
                let wait = (arrival.at - state.due[arrival.number]).inSeconds
                let gap = last[arrival.partition].map { (arrival.at - $0).inSeconds } ?? 0
                worst = (max(worst.gap, gap), max(worst.wait, wait))
            }
            return worst
        }
    }
}
