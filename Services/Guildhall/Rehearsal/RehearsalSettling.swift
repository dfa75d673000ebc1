import Contracts
import Database

/// Waits until the suite has worked off what was said and what came due.
struct RehearsalSettling: Sendable {
    let context: OperatorContext
    private let client = ReplicaClient()
    /// How long one moment may take.
    private static let limit = Duration.seconds(120)
    /// How long a replica may fail to say how it stands.
    private static let patience = Duration.seconds(15)

    init(_ context: OperatorContext) {
        self.context = context
    }

    private static let busy = Statement(
        "SELECT "
            + ServiceName.allCases.flatMap { service in
                [
                    "SELECT FROM \(service.rawValue)_outbox",
                    "SELECT FROM \(service.rawValue)_retry WHERE next_at <= guildhall_now()",
                ]
            }.map { "EXISTS (\($0))" }.joined(separator: " OR "))

    /// Returns when two readings in a row find nothing to do and nothing done in between.
    func settle() async throws {
        let deadline = ContinuousClock.now + RehearsalSettling.limit
        var last: SuiteReading?
        var unknownSince: ContinuousClock.Instant?
        while true {
            // A look into the database is cheaper than one at every replica and every queue.
            if try await context.database.run([Call(RehearsalSettling.busy)])[0].only().bool(0) {
                guard ContinuousClock.now < deadline else { throw RehearsalSettling.restless() }
                last = nil
                try await Task.sleep(for: .milliseconds(10))
                continue
            }
            let reading: SuiteReading
            do {
                reading = try await SuiteReading.take(context, client)
            } catch let failure as ReplicaClient.Failure {
                // On a busy machine a replica may fail to look into its tables in time; it soon can again.
                let since = unknownSince ?? ContinuousClock.now
                guard ContinuousClock.now < since + RehearsalSettling.patience else { throw failure }
                (unknownSince, last) = (since, nil)
                try await Task.sleep(for: .milliseconds(50))
                continue
            }
            unknownSince = nil
            if reading.isIdle, let last, last.isIdle, last.totals == reading.totals { return }
            guard ContinuousClock.now < deadline else {
                throw RehearsalSettling.restless()
            }
            last = reading
            try await Task.sleep(for: .milliseconds(reading.isIdle ? 5 : 15))
        }
    }

    private static func restless() -> RehearsalError {
        RehearsalError(
            "The suite did not come to rest within two minutes. Look at 'guildhall status' and the services' logs.")
    }
}
