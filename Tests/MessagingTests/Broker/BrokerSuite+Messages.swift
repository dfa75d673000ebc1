import Synchronization
import Testing

@testable import Messaging

extension BrokerSuite {
    @Suite("Messages", .serialized)
    struct Messages {
        @Test("every property and every size of body arrives as it was sent", .timeLimit(.minutes(1)))
        func roundTrip() async throws {
            try await TestBroker.withQueues { broker, queues in
                let user = TestBroker.configuration().user
                let publisher = try await broker.publisher(name: "round trip")
                // Around the largest body that fits one frame.
                let sizes = [0, 1, 600, 131_063, 131_064, 131_065, 400_000, 3_000_000]
                let messages = sizes.map { size in
                    OutgoingMessage(
                        exchange: "", routingKey: queues[0],
                        body: (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) },
                        contentType: "application/json", messageID: "m\(size)", correlationID: "c", replyTo: "r",
                        userID: user, headers: [("traceparent", "00-ä"), ("empty", "")], mandatory: size % 2 == 0)
                }
                #expect(try await publisher.publish(messages) == messages.map { _ in .confirmed })
                let plain = OutgoingMessage(exchange: "", routingKey: queues[0], body: [1], persistent: false)
                _ = try await publisher.publish([plain])

                let source = try await broker.source(prefetch: 100, name: "round trip")
                try await source.subscribe(to: queues[0])
                let deliveries = try await source.collect(sizes.count + 1)
                for (delivery, message) in zip(deliveries, messages) {
                    #expect(delivery.body == message.body)
                    #expect(delivery.queue == queues[0] && delivery.routingKey == queues[0] && delivery.exchange == "")
                    #expect(delivery.contentType == "application/json" && delivery.messageID == message.messageID)
                    #expect(delivery.correlationID == "c" && delivery.replyTo == "r" && delivery.userID == user)
                    #expect(delivery.headers == ["traceparent": .text("00-ä"), "empty": .text("")])
                    #expect(!delivery.redelivered && delivery.deliveryCount == 0)
                }
                #expect(deliveries.last?.headers.isEmpty == true && deliveries.last?.messageID == nil)
                try await source.acknowledge(through: deliveries[deliveries.count - 1].tag)
                await source.close()
                await publisher.close()
                #expect(try await broker.readyMessages(in: queues[0]) == 0)
            }
        }

        @Test("overlapping calls are confirmed, nothing is lost, doubled or reordered", .timeLimit(.minutes(1)))
        func bulk() async throws {
            try await TestBroker.withQueues { broker, queues in
                let publisher = try await broker.publisher(name: "bulk")
                let source = try await broker.source(prefetch: 1000, name: "bulk")
                try await source.subscribe(to: queues[0])
                async let published: Void = withThrowingTaskGroup(of: Void.self) { group in
                    for call in 0..<40 {
                        group.addTask {
                            let messages = (0..<500).map { OutgoingMessage.to(queues[0], "\(call) \($0)") }
                            let outcomes = try await publisher.publish(messages)
                            #expect(outcomes.allSatisfy { $0 == .confirmed })
                        }
                    }
                    try await group.waitForAll()
                }
                var next = Array(repeating: 0, count: 40)
                var lastTag: UInt64 = 0
                var count = 0
                while count < 20_000 {
                    let batch = try await source.next(atMost: 300)
                    #expect(!batch.isEmpty && batch.count <= 300)
                    for delivery in batch {
                        #expect(delivery.tag == lastTag + 1)
                        lastTag = delivery.tag
                        let text = String(decoding: delivery.body, as: UTF8.self)
                        let parts = text.split(separator: " ").compactMap { Int($0) }
                        #expect(next[parts[0]] == parts[1])
                        next[parts[0]] += 1
                    }
                    count += batch.count
                    try await source.acknowledge(through: lastTag)
                }
                try await published
                await source.close()
                await publisher.close()
                #expect(try await broker.readyMessages(in: queues[0]) == 0)
            }
        }

        @Test("large messages wait at the broker until there is room, however long", .timeLimit(.minutes(1)))
        func room() async throws {
            try await TestBroker.withQueues(1, TestBroker.configuration(heartbeat: 1)) { broker, queues in
                let publisher = try await broker.publisher(name: "room")
                let body = [UInt8](repeating: 7, count: 1 << 19)
                let messages = (0..<60).map { OutgoingMessage.to(queues[0], "\($0)") }.map { message in
                    var message = message
                    message.body += body
                    return message
                }
                _ = try await publisher.publish(messages)
                let source = try #require(try await broker.source(prefetch: 100, name: "room") as? AMQPSource)
                try await source.subscribe(to: queues[0])
                while !source.connection.shared.withLock({ $0.paused }) { await Task.yield() }
                // Four heartbeats in which the broker is not listened to.
                try await Task.sleep(for: .seconds(4))
                let waiting = source.connection.shared.withLock { $0.deliveries.bytes }
                #expect(waiting >= ConnectionLoop.waitingHigh && waiting < 2 * ConnectionLoop.waitingHigh)
                let deliveries = try await source.collect(messages.count)
                #expect(deliveries.map(\.body) == messages.map(\.body))
                try await source.acknowledge(through: deliveries[deliveries.count - 1].tag)
                await source.close()
                await publisher.close()
                #expect(try await broker.readyMessages(in: queues[0]) == 0)
            }
        }

        @Test("a mandatory message that no queue takes comes back, and only that one", .timeLimit(.minutes(1)))
        func returned() async throws {
            try await TestBroker.withQueues { broker, queues in
                let publisher = try await broker.publisher(name: "returns")
                let outcomes = try await publisher.publish([
                    .to(queues[0], id: "a", mandatory: true), .to("guildhall.test.nowhere", id: "b", mandatory: true),
                    .to(queues[0], mandatory: true), .to("guildhall.test.nowhere", mandatory: true),
                    .to("guildhall.test.nowhere"), .to("guildhall.test.nowhere", id: "b", mandatory: true),
                    .to(queues[0]),
                ])
                let back = PublishOutcome.returned(code: 312, text: "NO_ROUTE")
                #expect(outcomes == [.confirmed, back, .confirmed, back, .confirmed, back, .confirmed])
                let many = (0..<3000).map { OutgoingMessage.to("guildhall.test.nowhere", id: "\($0)", mandatory: true) }
                #expect(try await publisher.publish(many).allSatisfy { $0 == back })
                await publisher.close()
            }
        }

        @Test("questions are answered over direct reply-to", .timeLimit(.minutes(1)))
        func answers() async throws {
            try await TestBroker.withQueues { broker, queues in
                let client = try await RequestClient.connect(TestBroker.configuration(), logger: TestBroker.logger())
                var question = OutgoingMessage.to(queues[0], "question")
                question.correlationID = "42"
                #expect(try await client.publish([question, question]) == [.confirmed, .confirmed])
                let source = try await broker.source(prefetch: 10, name: "answers")
                try await source.subscribe(to: queues[0])
                let asked = try await source.collect(2)
                let replies = try await broker.publisher(name: "answers")
                let address = try #require(asked[0].replyTo)
                #expect(address.hasPrefix("amq.rabbitmq.reply-to."))
                var answer = OutgoingMessage.to(address, "refused")
                answer.correlationID = asked[0].correlationID
                answer.persistent = false
                _ = try await replies.publish([answer, answer])
                var got: [Answer] = []
                for try await answer in client.answers {
                    got.append(answer)
                    if got.count == 2 { break }
                }
                #expect(got.allSatisfy { $0.correlationID == "42" && $0.body == Array("refused".utf8) })
                await client.close()
                for try await _ in client.answers { Issue.record("an answer after the end") }
                await source.close()
                await replies.close()
            }
        }
    }
}
