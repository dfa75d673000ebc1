import ArgumentParser
import Contracts
import Messaging

/// Lets a running service learn what a stage's messages are about.
struct PrepareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare",
        abstract: "Sends a running service what it has to know before a stage, and waits until it has worked on it.")

    @OptionGroup var options: BenchOptions
    @Argument var stage: BenchStage
    @Option(help: "How many messages the stage will have.") var messages = 60_000
    @Option(help: "Seconds that the work may take.") var timeout = 600

    /// Takes what the service publishes meanwhile, since an event without a subscriber is given back to it.
    private static let aside = Topology.Queue(name: "guildhall.integrator.bench-aside.g1")

    func run() async throws {
        let house = options.house
        try await house.registerSource()
        guard let filling = try StageMessages(stage, count: messages, house).preparation else { return }
        let broker = try house.broker(as: BenchHouse.operator)
        try await broker.apply(
            Topology(
                exchanges: Topology.exchanges, queues: [Self.aside],
                bindings: [Topology.Binding(exchange: Topology.eventsExchange, queue: Self.aside.name, key: "#")]))
        Print.note("\(stage.rawValue): \(filling.count) messages before the stage")
        try await filling.publish(house)
        try await wait(for: filling.count, try StatusClient(house))
        try await broker.delete(queue: Self.aside.name)
        await broker.close()
    }

    private func wait(for count: Int, _ client: StatusClient) async throws {
        let clock = ContinuousClock()
        let deadline = clock.now + .seconds(timeout)
        while true {
            let status = try await client.status(of: stage.service)
            if status.totals.consumed >= count, status.isIdle { return }
            guard clock.now < deadline else {
                throw BenchError("\(stage.service.rawValue) was not done in \(timeout) s")
            }
            try await clock.sleep(for: .milliseconds(100))
        }
    }
}
