import Testing

@testable import Messaging

extension BrokerSuite {
    @Suite("Faults", .serialized)
    struct Faults {
        @Test("an idle connection lives on by its heartbeats", .timeLimit(.minutes(1)))
        func idle() async throws {
            let configuration = TestBroker.configuration(heartbeat: 2)
            try await TestBroker.withQueues(1, configuration) { broker, queues in
                let source = try await broker.source(prefetch: 10, name: "idle")
                try await source.subscribe(to: queues[0])
                let publisher = try await broker.publisher(name: "idle")
                try await Task.sleep(for: .seconds(7))
                #expect(try await publisher.publish([.to(queues[0])]) == [.confirmed])
                #expect(try await source.collect(1).count == 1)
                await source.close()
                await publisher.close()
            }
        }

        @Test("a peer that moves no bytes is noticed within two heartbeats", .timeLimit(.minutes(1)))
        func halfOpen() async throws {
            let proxy = try TestProxy(to: TestBroker.configuration().port)
            defer { proxy.close() }
            let configuration = TestBroker.configuration(heartbeat: 2, port: proxy.port)
            try await TestBroker.withQueues(1, configuration) { broker, queues in
                let source = try await broker.source(prefetch: 10, name: "half open")
                try await source.subscribe(to: queues[0])
                let publisher = try await broker.publisher(name: "half open")
                _ = try await publisher.publish([.to(queues[0])])
                _ = try await source.collect(1)
                proxy.freeze()
                let clock = ContinuousClock()
                let start = clock.now
                async let waiting = code { _ = try await source.next(atMost: 1) }
                // More than all buffers on the way hold.
                let body = [UInt8](repeating: 0, count: 1 << 20)
                let large = (0..<40).map { _ in OutgoingMessage(exchange: "", routingKey: queues[0], body: body) }
                #expect(await code { _ = try await publisher.publish(large) } == .connectionLost)
                #expect(await waiting == .connectionLost)
                #expect(clock.now - start < .milliseconds(5_000))
                #expect(await code { _ = try await publisher.publish([.to(queues[0])]) } == .connectionLost)
                await source.close()
                await publisher.close()
            }
        }

        @Test("a cut connection fails everybody who waits, at once", .timeLimit(.minutes(1)))
        func cut() async throws {
            let proxy = try TestProxy(to: TestBroker.configuration().port)
            defer { proxy.close() }
            try await TestBroker.withQueues(1, TestBroker.configuration(port: proxy.port)) { broker, queues in
                let source = try await broker.source(prefetch: 10, name: "cut")
                try await source.subscribe(to: queues[0])
                let waiting = Task { try await source.next(atMost: 1) }
                #expect(try await broker.readyMessages(in: queues[0]) == 0)
                let clock = ContinuousClock()
                let start = clock.now
                proxy.cut()
                #expect(await code { _ = try await waiting.value } == .connectionLost)
                #expect(clock.now - start < .seconds(2))
                await source.close()
            }
        }

        @Test(
            "an alarm stops publishers and nobody else; afterwards all is confirmed", .timeLimit(.minutes(1)),
            .enabled(if: TestBroker.isControlled, Comment(rawValue: TestBroker.noControl)))
        func alarm() async throws {
            let configuration = TestBroker.configuration(heartbeat: 2)
            try await TestBroker.withQueues(1, configuration) { broker, queues in
                let publisher = try await broker.publisher(name: "alarm")
                let source = try await broker.source(prefetch: 10, name: "alarm")
                _ = try await publisher.publish([.to(queues[0], "before")])
                #expect(!publisher.isBlocked)
                try await TestBroker.control("set_vm_memory_high_watermark absolute 1000")
                let body = [UInt8](repeating: 0, count: 100_000)
                let large = (0..<300).map { _ in OutgoingMessage(exchange: "", routingKey: queues[0], body: body) }
                let publishing = Task { try await publisher.publish(large) }
                while !publisher.isBlocked { try await Task.sleep(for: .milliseconds(20)) }
                try await source.subscribe(to: queues[0])
                try await source.acknowledge(through: source.collect(1)[0].tag)
                // Longer than a peer may be silent.
                try await Task.sleep(for: .seconds(6))
                #expect(publisher.isBlocked)
                try await TestBroker.control("set_vm_memory_high_watermark absolute 2GB")
                #expect(try await publishing.value == large.map { _ in .confirmed })
                #expect(!publisher.isBlocked)
                await source.close()
                await publisher.close()
            }
        }

        @Test(
            "a broker that stops ends every call promptly, and is found again", .timeLimit(.minutes(2)),
            .enabled(if: TestBroker.isControlled, Comment(rawValue: TestBroker.noControl)))
        func stop() async throws {
            try await TestBroker.withQueues { broker, queues in
                let publisher = try await broker.publisher(name: "stop")
                let source = try await broker.source(prefetch: 10, name: "stop")
                try await source.subscribe(to: queues[0])
                let publishing = Task {
                    while true {
                        _ = try await publisher.publish((0..<100).map { .to(queues[0], "\($0)") })
                    }
                }
                _ = try await source.collect(10)
                try await TestBroker.control("stop_app")
                #expect(await code { try await publishing.value } == .connectionLost)
                #expect(await code { while true { _ = try await source.next(atMost: 10) } } == .connectionLost)
                #expect(await code { _ = try await broker.publisher(name: "early") } == .connectionLost)
                try await TestBroker.control("start_app")
                var backoff = Backoff(cap: .milliseconds(500))
                while true {
                    if await code(of: { _ = try await broker.readyMessages(in: queues[0]) }) == nil { break }
                    try await Task.sleep(for: backoff.next())
                }
                let again = try await broker.publisher(name: "again")
                #expect(try await again.publish([.to(queues[0])]) == [.confirmed])
                await again.close()
                await source.close()
                await publisher.close()
            }
        }
    }
}
