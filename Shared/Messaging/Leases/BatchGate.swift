/// Lets a partition be given up only when no batch is in work.
actor BatchGate {
    private var isBusy = false
    private var waiters: [CheckedContinuation<Void, Never>] = []

    /// A batch begins.
    func enter() {
        isBusy = true
    }

    /// The batch is done.
    func leave() {
        isBusy = false
        let ready = waiters
        waiters = []
        ready.forEach { $0.resume() }
    }

    /// Returns when no batch is in work.
    func emptied() async {
        if !isBusy { return }
        await withCheckedContinuation { waiters.append($0) }
    }
}
