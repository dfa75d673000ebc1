import ArgumentParser
import Contracts
import Database
import Messaging

/// Fills the first queue while no service runs.
struct HopsLoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Puts the last results of everybody into the queue of assessment.",
        discussion: "Prints how many records and events the services have taken in before.")

    @OptionGroup var hops: HopsOptions

    func run() async throws {
        let records = try hops.records()
        try await hops.publish { records.result($0, of: BenchProgramme.last) }
        let broker = try hops.bench.house.broker(as: BenchHouse.operator)
        let waiting = try await broker.readyMessages(in: Topology.inboundQueue(of: .assessment))
        guard waiting == hops.people else { throw BenchError("\(waiting) results wait for assessment") }
        await broker.close()
        let database = try hops.bench.house.database()
        print(try await Consumed.count(database))
        await database.close()
    }
}
