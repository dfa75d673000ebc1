import ArgumentParser
import Contracts
import Messaging

/// Times single messages of a stage up to the event that its service publishes.
struct PaceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pace",
        abstract: "Sends a running service a stage's messages at an even pace, and times each until its event comes.",
        discussion: "The service has been prepared for as many messages; it alone runs, and one queue is bound.")

    @OptionGroup var options: BenchOptions
    @Argument var stage: BenchStage
    @Option(help: "How many messages the service was prepared for.") var messages = 60_000
    @Option(help: "The number of the first message to send.") var first = 0
    @Option(help: "Messages a second.") var rate = 200
    @Option(help: "Seconds that are counted; one more before them is not.") var seconds = 20

    func run() async throws {
        guard let queue = stage.subscribers.first, let event = stage.event else {
            throw BenchError("\(stage.rawValue) publishes nothing that could be timed")
        }
        let house = options.house
        let numbers = first..<first + rate * (seconds + 1)
        guard numbers.upperBound <= messages else { throw BenchError("message \(numbers.upperBound) is not prepared") }
        let subscriber = try house.broker(as: BenchHouse.operator)
        try await subscriber.apply(
            Topology(
                exchanges: Topology.exchanges, queues: [queue],
                bindings: [
                    Topology.Binding(exchange: Topology.eventsExchange, queue: queue.name, key: "\(event.name).*")
                ]))
        let filling = try StageMessages(stage, count: messages, house).work
        let sent = numbers.map(filling.message)
        let positions = try Self.positions(of: sent)
        let sender = try house.broker(as: filling.publisher)
        let source = try await subscriber.source(prefetch: 2000, name: "bench events")
        try await source.subscribe(to: queue.name)
        let pace = Pace(
            publisher: try await sender.publisher(name: "bench pace"), source: source, rate: Double(rate),
            warmUp: rate, numbers: Pace.events { $0.causation.flatMap { positions[$0] } })
        try Print.line(try await pace.run(sent))
        await source.close()
        await sender.close()
        await subscriber.close()
    }

    /// Where each message's id stands among them.
    private static func positions(of messages: [OutgoingMessage]) throws -> [String: Int] {
        var positions: [String: Int] = [:]
        for (position, message) in messages.enumerated() {
            let read = EnvelopeReader.read(body: message.body, contentType: message.contentType)
            guard case .success(let event)? = read.first else { throw BenchError("a message cannot be read") }
            positions[event.envelope.id] = position
        }
        return positions
    }
}
