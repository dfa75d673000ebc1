import ArgumentParser
import Contracts
import Database
import Messaging
import ServiceRuntime

/// Fills a queue that nobody reads yet.
struct PreloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preload",
        abstract: "Puts messages into the queue of a service that has declared it and was stopped.",
        discussion: """
            onboarding gets engagement records in its inbound queue, and one queue is bound to what it publishes; \
            metrics gets engagement.started events of one partition, credentialing as many assessment outcomes that each \
            earn a credential.
            """)

    @OptionGroup var options: BenchOptions
    @Argument var service: ServiceName
    @Option(help: "How many messages.") var messages = 60_000
    @Option(help: "About how many people.") var people = 20_000

    /// The one subscriber of what the stage publishes, as in the reference loop.
    static let sink = Topology.Queue(name: "guildhall.integrator.bench.g1")

    func run() async throws {
        let house = options.house
        switch service {
        case .onboarding:
            let broker = try await subscribed(to: "#", house)
            let user = try house.settings("guildhall").brokerConfiguration.user
            try await register(user, house)
            let records = BenchRecords(source: "/bench", user: user, run: "stage", people: people)
            try await publish(to: broker, records.engagement)
        case .metrics:
            let events = BenchEvents(people: people)
            try await publish(to: try house.broker(as: "onboarding"), events.started)
        case .credentialing:
            let events = BenchEvents(people: people)
            await (try await subscribed(to: "guildhall.credential.#", house)).close()
            try await publish(to: try house.broker(as: "assessment"), events.passed)
        case .assessment, .incentives:
            throw ValidationError("there is no stage of \(service.rawValue)")
        }
    }

    /// A broker that keeps what the stage publishes for one subscriber; without any, it would be given back.
    private func subscribed(to key: String, _ house: BenchHouse) async throws -> AMQPBroker {
        let broker = try house.broker(as: "guildhall")
        try await broker.apply(
            Topology(
                exchanges: Topology.exchanges, queues: [Self.sink],
                bindings: [Topology.Binding(exchange: Topology.eventsExchange, queue: Self.sink.name, key: key)]))
        return broker
    }

    private func publish(to broker: AMQPBroker, _ message: (Int) -> OutgoingMessage) async throws {
        let publisher = try await broker.publisher(name: "bench")
        let size = message(0).body.count
        Print.note("putting \(messages) messages of \(size) bytes into the queue of \(service.rawValue)")
        for start in stride(from: 0, to: messages, by: 2000) {
            let outcomes = try await publisher.publish((start..<min(start + 2000, messages)).map(message))
            guard outcomes.allSatisfy(\.isConfirmed) else { throw BenchError("the broker did not take every message") }
        }
        await publisher.close()
        await broker.close()
    }

    private func register(_ user: String, _ house: BenchHouse) async throws {
        let database = try house.database()
        try await database.run([
            Call(
                Statement("INSERT INTO integrator_source (broker_user, source) VALUES ($1, $2) ON CONFLICT DO NOTHING"),
                [.text(user), .text("/bench")])
        ])
        await database.close()
    }
}
