import ArgumentParser
import Contracts
import Messaging

/// Fills a queue that nobody reads yet.
struct PreloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preload",
        abstract: "Puts a stage's messages into the queue of its service, which has declared it and was stopped.")

    @OptionGroup var options: BenchOptions
    @Argument var stage: BenchStage
    @Option(help: "How many messages.") var messages = 60_000
    @Option(help: "About how many people at most; the default is the stage's own.") var people: Int?
    @Option(help: "Begins the ids of people and records, so that no two rounds say the same.") var prefix = ""

    func run() async throws {
        let house = options.house
        let broker = try house.broker(as: BenchHouse.operator)
        // An event that nobody expects has no subscriber: the service gets it back, and the stage never ends.
        let key = stage.event.map { "\($0.name).*" } ?? ""
        try await broker.apply(
            Topology(
                exchanges: Topology.exchanges, queues: stage.subscribers,
                bindings: stage.subscribers.map {
                    Topology.Binding(exchange: Topology.eventsExchange, queue: $0.name, key: key)
                }))
        let about = stage.people(of: messages, atMost: people, prefix: prefix)
        let filling = try StageMessages(stage, count: messages, about: about, house).work
        let size = filling.message(0).body.count
        Print.note("putting \(messages) messages of \(size) bytes into \(stage.queue)")
        try await filling.publish(house)
        let waiting = try await broker.readyMessages(in: stage.queue)
        guard waiting == messages else { throw BenchError("\(waiting) messages wait in \(stage.queue)") }
        await broker.close()
    }
}
