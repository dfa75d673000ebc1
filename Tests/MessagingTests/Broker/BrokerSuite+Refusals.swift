import Testing

@testable import Messaging

extension BrokerSuite {
    @Suite("Refusals", .serialized)
    struct Refusals {
        @Test("wrong password, unknown virtual host and closed port are told apart", .timeLimit(.minutes(1)))
        func connecting() async throws {
            let cases: [(inout BrokerConfiguration) -> Void] = [
                { $0.password = "wrong" }, { $0.virtualHost = "nowhere" }, { $0.port = 1 },
            ]
            let expected: [BrokerError.Code] = [.refused, .refused, .connectionLost]
            for (change, expected) in zip(cases, expected) {
                var configuration = TestBroker.configuration()
                change(&configuration)
                let broker = AMQPBroker(configuration, logger: TestBroker.logger())
                #expect(await code { _ = try await broker.publisher(name: "refused") } == expected)
                #expect(await code { _ = try await broker.readyMessages(in: "x") } == expected)
            }
        }

        @Test("a missing queue, exchange or other arguments are told, and the next call works", .timeLimit(.minutes(1)))
        func topology() async throws {
            try await TestBroker.withQueues { broker, queues in
                #expect(await code { _ = try await broker.readyMessages(in: "guildhall.test.none") } == .notFound)
                #expect(try await broker.readyMessages(in: queues[0]) == 0)
                let fenced = Topology(queues: [.init(name: queues[0], singleActiveConsumer: true)])
                #expect(await code { try await broker.apply(fenced) } == .preconditionFailed)
                let missing = Topology(exchanges: [.init(name: "guildhall.test.none", kind: .topic)])
                #expect(await code { try await broker.apply(missing) } == .notFound)
                let bound = Topology(bindings: [.init(exchange: "amq.topic", queue: queues[0], key: "a.#")])
                try await broker.apply(bound)
                try await broker.apply(bound)
                let publisher = try await broker.publisher(name: "bound")
                let message = OutgoingMessage(exchange: "amq.topic", routingKey: "a.b", body: [], mandatory: true)
                #expect(try await publisher.publish([message]) == [.confirmed])
                await publisher.close()
            }
        }

        @Test("a source whose subscription fails is of no more use", .timeLimit(.minutes(1)))
        func subscription() async throws {
            try await TestBroker.withQueues { broker, queues in
                let source = try await broker.source(prefetch: 1, name: "missing")
                #expect(await code { try await source.subscribe(to: "guildhall.test.none") } == .notFound)
                #expect(await code { try await source.subscribe(to: queues[0]) } == .notFound)
                await source.close()
            }
        }

        @Test("another user's name on a message is refused", .timeLimit(.minutes(1)))
        func userID() async throws {
            try await TestBroker.withQueues { broker, queues in
                let publisher = try await broker.publisher(name: "user id")
                var message = OutgoingMessage.to(queues[0])
                message.userID = "somebody"
                let forged = message
                #expect(await code { _ = try await publisher.publish([forged]) } == .preconditionFailed)
                await publisher.close()
            }
        }
    }
}
