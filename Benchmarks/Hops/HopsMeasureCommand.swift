import ArgumentParser
import Contracts
import Database
import Messaging

/// Times the chain from the first result taken until no service has anything left to do.
struct HopsMeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Waits for assessment to start, and measures until all five are idle.")

    @OptionGroup var hops: HopsOptions
    @Option(help: "What the services had taken in before, as `load` prints it.") var already: Int
    @Option(help: "Seconds that the work may take.") var timeout = 900

    func run() async throws {
        let house = hops.bench.house
        let (database, broker) = (try house.database(), try house.broker(as: BenchHouse.operator))
        let client = try StatusClient(house)
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(timeout)
        try await client.answer(to: "/healthz", of: .assessment, within: .seconds(60))
        var status = try await client.status(of: .assessment)
        while status.totals.consumed == 0 && clock.now < deadline {
            try await clock.sleep(for: .milliseconds(5))
            status = try await client.status(of: .assessment)
        }
        let (began, early) = (clock.now, status.totals.consumed)
        let before = try await Usage(of: ServiceName.allCases, house, database)
        let watch = IdleWatch(client: client, broker: broker, pause: .milliseconds(100))
        let ended = try await watch.wait(atMost: .seconds(timeout))
        let usage = try await Usage(of: ServiceName.allCases, house, database) - before
        let total = try await Consumed.count(database) - already
        try await check(total, database)
        try Print.line(
            HopsResult(
                people: hops.people, events: total - early, seconds: (ended - began).inSeconds, usage: usage))
        await broker.close()
        await database.close()
    }

    /// Each result is one record for assessment, one outcome for credentialing, one credential for three services, and
    /// one place for metrics.
    private func check(_ total: Int, _ database: Database) async throws {
        guard total == hops.people * 6 else { throw BenchError("\(total) consumed, \(hops.people * 6) expected") }
        for table in ["credentialing_credential", "incentives_pool_membership", "metrics_pool_membership"] {
            let rows = try await database.run([Call(Statement("SELECT count(*) FROM \(table)"))])[0].only().int64(0)
            guard rows == hops.people else { throw BenchError("\(rows) rows in \(table), \(hops.people) expected") }
        }
    }
}
