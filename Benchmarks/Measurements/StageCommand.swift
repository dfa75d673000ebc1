import ArgumentParser
import Contracts
import Database
import Messaging

/// Times a service that starts with a full queue.
struct StageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage",
        abstract: "Waits for a service to start, and measures until its queue and outbox are empty.")

    @OptionGroup var options: BenchOptions
    @Argument var service: ServiceName
    @Option(help: "How many messages wait in its queue.") var messages = 60_000
    @Option(help: "Seconds that the work may take.") var timeout = 900

    func run() async throws {
        let house = options.house
        let (database, broker) = (try house.database(), try house.broker(as: "guildhall"))
        let client = try StatusClient(house)
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(timeout)
        try await client.answer(to: "/healthz", of: service, within: .seconds(60))

        var status = try await client.status(of: service)
        while status.totals.consumed == 0 && clock.now < deadline {
            try await clock.sleep(for: .milliseconds(5))
            status = try await client.status(of: service)
        }
        // What was done before the first look is left out of the count as it is of the time.
        let (began, done) = (clock.now, status.totals.consumed - status.inFlight)
        let publishedBefore = status.totals.published
        let before = try await Usage(of: [service], house, database)
        while !(status.totals.consumed >= messages && status.isIdle) {
            guard clock.now < deadline else { throw BenchError("\(service.rawValue) was not done in \(timeout) s") }
            // Asking costs the service something, so it is asked often only towards the end.
            let isClose = Double(status.totals.consumed) > 0.9 * Double(messages)
            try await clock.sleep(for: .milliseconds(isClose ? 10 : 250))
            status = try await client.status(of: service)
        }
        let seconds = (clock.now - began).inSeconds
        let usage = try await Usage(of: [service], house, database) - before
        try await check(database, broker)
        try Print.line(
            StageResult(
                service: service.rawValue, messages: status.totals.consumed - done, seconds: seconds,
                published: status.totals.published - publishedBefore, usage: usage,
                memory: try ProcessMemory(of: try house.process(of: service))))
        await broker.close()
        await database.close()
    }

    /// A rate is worth nothing unless the work was done: every message has its row, and none waits.
    private func check(_ database: Database, _ broker: AMQPBroker) async throws {
        let table = service == .credentialing ? "credentialing_credential" : "\(service.rawValue)_engagement"
        let rows = try await database.run([Call(Statement("SELECT count(*) FROM \(table)"))])[0].only().int64(0)
        guard rows == messages else { throw BenchError("\(rows) rows in \(table), \(messages) expected") }
        let queue =
            service == .onboarding
            ? Topology.inboundQueue(of: service) : Topology.eventsQueue(of: service, BenchEvents.partition)
        guard try await broker.readyMessages(in: queue) == 0 else { throw BenchError("\(queue) is not empty") }
    }
}
