import ArgumentParser

/// Shows what every service is doing.
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Shows every replica and every queue that holds messages.",
        discussion: """
            Example:
              guildhall status --json
            """)

    @OptionGroup var options: OperatorOptions
    @Flag(help: "Print JSON.") var json = false

    func run() async throws {
        let reading = try await OperatorContext.with(options) { try await SuiteReading.take($0, ReplicaClient()) }
        if json { return try Output.json(reading) }
        Output.table(
            [
                "service", "in work", "unpublished", "retries", "parked", "timers due", "consumed", "published",
                "partitions",
            ],
            reading.replicas.map { replica in
                [
                    replica.service, "\(replica.inFlight)", "\(replica.outbox)", "\(replica.retries)",
                    "\(replica.parked)", "\(replica.dueTimers)", "\(replica.totals.consumed)",
                    "\(replica.totals.published)", "\(replica.partitions)",
                ]
            })
        for (queue, count) in reading.waiting.sorted(by: { $0.key < $1.key }) { print("\(queue): \(count) waiting") }
    }
}
