import Contracts

/// Waits until the suite has worked off what was said and what came due.
struct RehearsalSettling: Sendable {
    let context: OperatorContext
    private let client = ReplicaClient()
    /// How long one moment may take.
    private static let limit = Duration.seconds(120)

    init(_ context: OperatorContext) {
        self.context = context
    }

    /// Returns when two readings in a row find nothing to do and nothing done in between.
    func settle() async throws {
        let deadline = ContinuousClock.now + RehearsalSettling.limit
        var last: SuiteReading?
        while true {
            let reading = try await SuiteReading.take(context, client)
            if reading.isIdle, let last, last.isIdle, last.totals == reading.totals { return }
            guard ContinuousClock.now < deadline else {
                throw RehearsalError(
                    "The suite did not come to rest within two minutes: \(reading.waiting.values.reduce(0, +)) messages "
                        + "wait. Look at 'guildhall status' and the services' logs.")
            }
            last = reading
            try await Task.sleep(for: .milliseconds(reading.isIdle ? 5 : 15))
        }
    }
}
