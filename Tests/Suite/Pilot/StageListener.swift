import Contracts
import Foundation
import Messaging

/// Hears over the bus, as an integrator, which stages experiments reach.
struct StageListener: Sendable {
    /// What is told of an experiment.
    struct Stage: Decodable, Sendable, Equatable {
        var programme: String
        var name: String
        var stage: String
        var variant: String?
        var verdict: String
        var day: String
    }

    private struct Message: Decodable {
        var data: Stage
    }

    private struct Integrator: Decodable {
        var user: String
        var password: String
        var queue: String?
    }

    private let broker: AMQPBroker
    private let source: any DeliverySource
    private let queue: String

    /// Subscribes, before anything is told.
    static func open(_ house: SuiteHouse) async throws -> StageListener {
        let added: Integrator = try await house.guildhall([
            "integrator", "add", World.integrator, "--source", "/suite/acme", "--publishes", Event.engagementType,
            "--subscribes", "guildhall.experiment.changed.v1", "--json",
        ]).json()
        guard let queue = added.queue else { throw SuiteFailure("no queue for the stages") }
        var login = house.settings.broker
        (login.user, login.password) = (added.user, added.password)
        let broker = AMQPBroker(login, logger: .silent)
        let source = try await broker.source(prefetch: 100, name: "stages")
        try await source.subscribe(to: queue)
        return StageListener(broker: broker, source: source, queue: queue)
    }

    /// The next so many stages, in the order in which they came.
    func next(_ count: Int) async throws -> [Stage] {
        var stages: [Stage] = []
        while stages.count < count {
            let delivered = try await source.next(atMost: count - stages.count)
            for delivery in delivered {
                let isBatch = delivery.contentType == "application/cloudevents-batch+json"
                let body = Data(delivery.body)
                stages +=
                    try isBatch
                    ? JSONDecoder().decode([Message].self, from: body).map(\.data)
                    : [JSONDecoder().decode(Message.self, from: body).data]
            }
            try await source.acknowledge(through: delivered.last?.tag ?? 0)
        }
        return stages
    }

    /// Ends the subscription; how many messages nobody has taken.
    func close() async throws -> Int {
        await source.close()
        let left = try await broker.readyMessages(in: queue)
        await broker.close()
        return left
    }
}
