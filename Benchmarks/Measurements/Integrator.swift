import ArgumentParser
import Foundation
import Messaging

/// An outside system with a queue of its own, as `guildhall integrator add --json` prints it.
struct Integrator: Decodable, Sendable {
    var user: String
    var password: String
    var host: String
    var port: Int
    var virtualHost: String
    var sources: [String]
    var queue: String?

    /// Reads the file that the output went to.
    init(file: String) throws {
        self = try JSONDecoder().decode(Integrator.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    }

    /// The broker, as this integrator.
    var broker: AMQPBroker {
        AMQPBroker(
            BrokerConfiguration(host: host, port: port, virtualHost: virtualHost, user: user, password: password),
            logger: BenchHouse.logger)
    }

    /// Opens a link that publishes, and one that receives what comes into the queue.
    func open() async throws -> (publisher: any MessagePublisher, source: any DeliverySource) {
        guard let queue, !sources.isEmpty else { throw BenchError("\(user) has no queue, or no source") }
        let source = try await broker.source(prefetch: 2000, name: "bench events")
        try await source.subscribe(to: queue)
        return (try await broker.publisher(name: "bench records"), source)
    }

    /// Records of this integrator, with ids that no earlier run had.
    func records(people: Int) -> BenchRecords {
        BenchRecords(
            source: sources[0], user: user, run: "\(getpid())-\(Int(Date.now.timeIntervalSince1970))", people: people)
    }
}
