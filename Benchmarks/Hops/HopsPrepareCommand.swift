import ArgumentParser
import Messaging

/// Lets five running services learn of everybody all but the last result.
struct HopsPrepareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare", abstract: "Engages everybody, lets them take part, and sends their first results.")

    @OptionGroup var hops: HopsOptions

    func run() async throws {
        let house = hops.bench.house
        let records = try hops.records()
        try await house.registerSource()
        Print.note("chain: \(hops.people) people before the last results")
        let broker = try house.broker(as: BenchHouse.operator)
        let watch = IdleWatch(client: try StatusClient(house), broker: broker)
        let kinds: [@Sendable (Int) -> OutgoingMessage] = [
            records.engagement, records.optIn, { records.result($0, of: BenchProgramme.early[0]) },
        ]
        for kind in kinds { try await hops.publish(kind) }
        _ = try await watch.wait(atMost: .seconds(600))
        await broker.close()
    }
}
