import Testing

@testable import Messaging

extension BrokerSuite {
    @Suite("Queues", .serialized)
    struct Queues {
        @Test("one channel reads several queues; what is not handed out goes back", .timeLimit(.minutes(1)))
        func several() async throws {
            try await TestBroker.withQueues(2) { broker, queues in
                let publisher = try await broker.publisher(name: "several")
                _ = try await publisher.publish((0..<20).map { .to(queues[$0 % 2], "\($0)") })
                let source = try await broker.source(prefetch: 10, name: "several")
                for queue in queues { try await source.subscribe(to: queue) }
                #expect(await code { try await source.subscribe(to: queues[0]) } == .invalid)
                // All twenty are on their way; four are handed out.
                let first = try await source.collect(4)
                try await source.unsubscribe(from: queues[0])
                try await source.unsubscribe(from: queues[0])
                let kept = first.count { $0.queue == queues[0] }
                let rest = try await source.collect(10 - (4 - kept))
                #expect(rest.allSatisfy { $0.queue == queues[1] })
                try await source.acknowledge(through: rest[rest.count - 1].tag)

                let other = try await broker.source(prefetch: 20, name: "other")
                try await other.subscribe(to: queues[0])
                let returned = try await other.collect(10 - kept)
                let expected = first.filter { $0.queue == queues[0] }.map(\.body)
                #expect(returned.allSatisfy { $0.queue == queues[0] && !expected.contains($0.body) })
                try await other.acknowledge(through: returned[returned.count - 1].tag)
                await other.close()
                await source.close()
                await publisher.close()
                for queue in queues { #expect(try await broker.readyMessages(in: queue) == 0) }
            }
        }

        @Test("prefetch bounds what is in memory", .timeLimit(.minutes(1)))
        func prefetch() async throws {
            try await TestBroker.withQueues { broker, queues in
                let publisher = try await broker.publisher(name: "prefetch")
                _ = try await publisher.publish((0..<50).map { .to(queues[0], "\($0)") })
                let source = try await broker.source(prefetch: 7, name: "prefetch")
                try await source.subscribe(to: queues[0])
                let first = try await source.collect(7)
                // The eighth comes only after an acknowledgement.
                let eighth = Task { try await source.next(atMost: 100) }
                #expect(try await broker.readyMessages(in: queues[0]) == 43)
                try await source.acknowledge(through: first[2].tag)
                let more = try await eighth.value
                #expect(more.first?.tag == 8)
                await source.close()
                await publisher.close()
            }
        }

        @Test("unacknowledged messages come again, counted, after the connection ends", .timeLimit(.minutes(1)))
        func redelivery() async throws {
            try await TestBroker.withQueues { broker, queues in
                let publisher = try await broker.publisher(name: "redelivery")
                _ = try await publisher.publish([.to(queues[0], "1"), .to(queues[0], "2")])
                for round in 0..<3 as Range<Int64> {
                    let source = try await broker.source(prefetch: 10, name: "round \(round)")
                    try await source.subscribe(to: queues[0])
                    let deliveries = try await source.collect(2)
                    #expect(deliveries.allSatisfy { $0.deliveryCount == round && $0.redelivered == (round > 0) })
                    #expect(deliveries.map(\.body) == [[49], [50]])
                    await source.close()
                    #expect(await code { _ = try await source.next(atMost: 1) } == .closed)
                    #expect(await code { try await source.acknowledge(through: 1) } == .closed)
                }
                await publisher.close()
            }
        }

        @Test("a tag that was not handed out cannot be acknowledged, and does no harm", .timeLimit(.minutes(1)))
        func strangeTags() async throws {
            try await TestBroker.withQueues { broker, queues in
                let publisher = try await broker.publisher(name: "tags")
                _ = try await publisher.publish([.to(queues[0])])
                let source = try await broker.source(prefetch: 10, name: "tags")
                try await source.subscribe(to: queues[0])
                _ = try await source.collect(1)
                for tag in [0, 2] as [UInt64] {
                    #expect(await code { try await source.acknowledge(through: tag) } == .preconditionFailed)
                }
                try await source.acknowledge(through: 1)
                try await source.acknowledge(through: 1)
                _ = try await publisher.publish([.to(queues[0])])
                #expect(try await source.collect(1)[0].tag == 2)
                await source.close()
                await publisher.close()
            }
        }

        @Test("a deleted queue ends its subscription and no other", .timeLimit(.minutes(1)))
        func deleted() async throws {
            try await TestBroker.withQueues(2) { broker, queues in
                let source = try await broker.source(prefetch: 10, name: "deleted")
                for queue in queues { try await source.subscribe(to: queue) }
                let waiting = Task { try await source.next(atMost: 10) }
                try await broker.delete(queue: queues[0])
                let error = await #expect(throws: BrokerError.self) { try await waiting.value }
                #expect(error?.code == .consumerCancelled && error?.queue == queues[0])
                let publisher = try await broker.publisher(name: "deleted")
                _ = try await publisher.publish([.to(queues[1])])
                #expect(try await source.collect(1)[0].queue == queues[1])
                try await broker.apply(Topology(queues: [.init(name: queues[0])]))
                try await source.subscribe(to: queues[0])
                await source.close()
                await publisher.close()
            }
        }

        @Test("a cancelled wait loses no delivery", .timeLimit(.minutes(1)))
        func cancellation() async throws {
            try await TestBroker.withQueues { broker, queues in
                let publisher = try await broker.publisher(name: "cancel")
                let source = try await broker.source(prefetch: 1000, name: "cancel")
                try await source.subscribe(to: queues[0])
                let idle = Task { try await source.next(atMost: 1) }
                idle.cancel()
                await #expect(throws: CancellationError.self) { try await idle.value }
                // Cancelled while messages arrive, so that either may come first.
                async let published = publisher.publish((0..<300).map { .to(queues[0], "\($0)") })
                var bodies: [[UInt8]] = []
                while bodies.count < 300 {
                    let task = Task { try await source.next(atMost: 3) }
                    if bodies.count < 290 { task.cancel() }
                    do {
                        bodies += try await task.value.map(\.body)
                    } catch is CancellationError {
                        continue
                    }
                }
                #expect(bodies == (0..<300).map { Array("\($0)".utf8) })
                _ = try await published
                await source.close()
                await publisher.close()
            }
        }
    }
}
