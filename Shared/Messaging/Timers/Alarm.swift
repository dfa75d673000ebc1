import Contracts

/// Wakes a loop early when there is something to do for it, and after a time in any case.
actor Alarm {
    private let surroundings: Surroundings
    private var isSet = false
    private var sleeper: Task<Void, any Error>?

    init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
    }

    /// There is something to do.
    func ring() {
        isSet = true
        sleeper?.cancel()
    }

    /// Returns when the alarm rings, at the latest after the given time.
    ///
    /// - Throws: `CancellationError` when the caller's task is cancelled.
    func wait(atMost limit: Duration) async throws {
        if !isSet {
            let sleep = Task { [surroundings] in try await surroundings.pause(limit) }
            sleeper = sleep
            await withTaskCancellationHandler {
                _ = await sleep.result
            } onCancel: {
                sleep.cancel()
            }
            sleeper = nil
        }
        isSet = false
        try Task.checkCancellation()
    }
}
