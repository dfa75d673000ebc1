import Testing

@testable import Messaging

extension BrokerSuite {
    @Suite("TLS", .enabled(if: TestBroker.hasTLS, Comment(rawValue: TestBroker.noTLS)))
    struct TLS {
        @Test("an encrypted connection carries the same messages", .timeLimit(.minutes(1)))
        func roundTrip() async throws {
            try await TestBroker.withQueues(1, TestBroker.encrypted()) { broker, queues in
                let publisher = try await broker.publisher(name: "tls")
                let messages = (0..<5000).map { OutgoingMessage.to(queues[0], "\($0)", id: "\($0)", mandatory: true) }
                #expect(try await publisher.publish(messages).allSatisfy { $0 == .confirmed })
                let big = OutgoingMessage(
                    exchange: "", routingKey: queues[0], body: [UInt8](repeating: 3, count: 400_000),
                    correlationID: "c", headers: [("a", "b")])
                #expect(try await publisher.publish([big]) == [.confirmed])
                #expect(try await publisher.publish([.to("guildhall.test.nowhere", mandatory: true)]) != [.confirmed])
                let source = try await broker.source(prefetch: 500, name: "tls")
                try await source.subscribe(to: queues[0])
                for number in 0..<5000 {
                    let delivery = try await source.next(atMost: 1)[0]
                    #expect(delivery.messageID == "\(number)")
                    try await source.acknowledge(through: delivery.tag)
                }
                let last = try await source.collect(1)[0]
                #expect(last.body == big.body && last.headers == ["a": .text("b")] && last.correlationID == "c")
                await source.close()
                await publisher.close()
            }
        }

        @Test("a broker whose certificate nobody vouches for is refused", .timeLimit(.minutes(1)))
        func stranger() async throws {
            var configuration = TestBroker.encrypted()
            configuration.tls = .init(authorityFile: "/etc/ssl/certs/ca-certificates.crt")
            let broker = AMQPBroker(configuration, logger: TestBroker.logger())
            #expect(await code { _ = try await broker.publisher(name: "tls") } != nil)
        }
    }
}
