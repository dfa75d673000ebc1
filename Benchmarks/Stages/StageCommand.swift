import ArgumentParser
import Contracts
import Database
import Messaging

/// Times a service that starts with a full queue.
struct StageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stage",
        abstract: "Waits for a service to start, and measures until its queue and outbox are empty.",
        discussion: "Fails unless every message had its rows and its event, once.")

    @OptionGroup var options: BenchOptions
    @Argument var stage: BenchStage
    @Option(help: "How many messages wait in its queue.") var messages = 60_000
    @Flag(help: "Leave the counting of rows to growth-round.") var rowsLater = false
    @Option(help: "Seconds that the work may take.") var timeout = 900

    func run() async throws {
        let house = options.house
        let service = stage.service
        let (database, broker) = (try house.database(), try house.broker(as: BenchHouse.operator))
        let client = try StatusClient(house)
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(timeout)
        try await client.answer(to: "/healthz", of: service, within: .seconds(60))

        var status = try await client.status(of: service)
        while status.totals.consumed == 0 && clock.now < deadline {
            try await clock.sleep(for: .milliseconds(5))
            status = try await client.status(of: service)
        }
        // What was committed before the first look is left out of the count as it is of the time.
        let (began, done) = (clock.now, status.totals.consumed)
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
        let memory = try ProcessMemory(of: try house.process(of: service))
        let check = StageCheck(stage: stage, messages: messages)
        try await check.checkMessages(broker)
        if !rowsLater { try await check.checkRows(database) }
        try Print.line(
            StageResult(
                stage: stage, messages: status.totals.consumed - done, seconds: seconds,
                published: status.totals.published - publishedBefore, usage: usage, memory: memory))
        await broker.close()
        await database.close()
    }
}
