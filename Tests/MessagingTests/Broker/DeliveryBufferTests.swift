import Testing

@testable import Messaging

@Suite("Delivery buffer")
struct DeliveryBufferTests {
    private static func deliveries(_ tags: ClosedRange<UInt64>, of queue: (UInt64) -> String = { _ in "q" }) -> [Delivery] {
        tags.map { Delivery(tag: $0, queue: queue($0), exchange: "", routingKey: "", body: []) }
    }

    @Test("hands out what has arrived, in the channel's order, up to the limit")
    func order() throws {
        var buffer = DeliveryBuffer()
        #expect(try buffer.take(10).isEmpty)
        buffer.append(Self.deliveries(1...5))
        #expect(try buffer.take(2).map(\.tag) == [1, 2])
        buffer.append(Self.deliveries(6...7))
        #expect(buffer.handedOut == 2)
        #expect(try buffer.take(100).map(\.tag) == [3, 4, 5, 6, 7])
        #expect(buffer.handedOut == 7)
        #expect(!buffer.hasSomething)
    }

    @Test("an ended subscription is told after what came before it, once, and before what came later")
    func notice() throws {
        var buffer = DeliveryBuffer()
        buffer.append(Self.deliveries(1...3))
        buffer.cancelled("q")
        buffer.append(Self.deliveries(4...5))
        #expect(try buffer.take(10).map(\.tag) == [1, 2, 3])
        let error = #expect(throws: BrokerError.self) { try buffer.take(10) }
        #expect(error?.code == .consumerCancelled)
        #expect(error?.queue == "q")
        #expect(try buffer.take(10).map(\.tag) == [4, 5])
    }

    @Test("gives back what waits of one queue only")
    func remove() throws {
        var buffer = DeliveryBuffer()
        buffer.append(Self.deliveries(1...6) { $0 % 2 == 0 ? "even" : "odd" })
        _ = try buffer.take(2)
        #expect(buffer.remove(queue: "even") == [4, 6])
        #expect(buffer.remove(queue: "even") == [])
        #expect(try buffer.take(10).map(\.tag) == [3, 5])
    }
}
