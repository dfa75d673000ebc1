/// Lets a partition be given up only when nothing that was taken before is in work.
actor BatchGate {
    private var taken = 0
    private var done = 0
    private var waiters: [(through: Int, continuation: CheckedContinuation<Void, Never>)] = []

    /// Deliveries were taken.
    func enter(_ deliveries: Int) { taken += deliveries }

    /// So many of them are done, in the order in which they were taken.
    func leave(_ deliveries: Int) {
        done += deliveries
        let ready = waiters.filter { $0.through <= done }
        waiters.removeAll { $0.through <= done }
        ready.forEach { $0.continuation.resume() }
    }

    /// Nothing that was taken will be done any more; how many deliveries that are.
    func abandon() -> Int {
        let left = taken - done
        leave(left)
        return left
    }

    /// Returns when everything is done that was taken before.
    func emptied() async {
        let through = taken
        if done >= through { return }
        await withCheckedContinuation { waiters.append((through, $0)) }
    }
}
