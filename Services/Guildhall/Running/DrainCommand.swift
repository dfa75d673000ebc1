import ArgumentParser
import Foundation

/// Waits until the suite has nothing left to do.
struct DrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drain",
        abstract: "Returns when every service and every queue is idle.",
        discussion: """
            Idle means two readings in a row in which nothing is in work, no event is unpublished, no retry waits, no
            timer is due, no queue holds a message, and no counter moved in between. The broker alone cannot tell this.

            Example:
              guildhall drain --timeout 300 && guildhall report reconcile
            """)

    @OptionGroup var options: OperatorOptions
    @Option(help: "Seconds to wait at most.") var timeout: Int = 600
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let reading = try await OperatorContext.with(options) { try await settle($0) }
        if json { try Output.json(reading) } else { print(DrainCommand.describe(reading)) }
        if !reading.isIdle { throw ExitCode(1) }
    }

    private func settle(_ context: OperatorContext) async throws -> SuiteReading {
        let client = ReplicaClient()
        let deadline = ContinuousClock.now + .seconds(timeout)
        var last: SuiteReading?
        while true {
            do {
                let reading = try await SuiteReading.take(context, client)
                if reading.isIdle, let last, last.isIdle, last.totals == reading.totals { return reading }
                if ContinuousClock.now >= deadline { return reading }
                last = reading
            } catch {
                // A service that restarts, or a broker that does, is part of what is waited for.
                if ContinuousClock.now >= deadline { throw error }
                last = nil
            }
            try await Task.sleep(for: .milliseconds(300))
        }
    }

    private static func describe(_ reading: SuiteReading) -> String {
        if reading.isIdle { return "Everything is idle." }
        let queues = reading.waiting.values.reduce(0, +)
        let busy = reading.replicas.filter { !$0.isIdle }.map { replica in
            "\(replica.service): \(replica.inFlight) in work, \(replica.outbox) unpublished, "
                + "\(replica.retries) to retry, \(replica.dueTimers) timers due"
        }
        return (["Still busy: \(queues) messages wait in queues."] + busy).joined(separator: "\n")
    }
}
