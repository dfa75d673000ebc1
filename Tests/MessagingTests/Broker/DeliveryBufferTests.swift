import Testing

@testable import Messaging

@Suite("Delivery buffer")
struct DeliveryBufferTests {
    private static func deliveries(
        _ tags: ClosedRange<UInt64>, of queue: (UInt64) -> String = { _ in "q" },
    ) -> [Delivery] {
        tags.map { Delivery(tag: $0, queue: queue($0), exchange: "", routingKey: "", body: []) }
    }

    private static func tags(_ buffer: inout DeliveryBuffer, _ limit: Int) throws -> [UInt64] {
        try buffer.take(limit).map(\.tag)
    }

    @Test("hands out what has arrived, in the channel's order, up to the limit")
    func order() throws {
        var buffer = DeliveryBuffer()
        #expect(try Self.tags(&buffer, 10) == [])
        buffer.append(Self.deliveries(1...5))
        #expect(try Self.tags(&buffer, 2) == [1, 2])
        buffer.append(Self.deliveries(6...7))
        #expect(buffer.handedOut == 2)
        #expect(try Self.tags(&buffer, 100) == [3, 4, 5, 6, 7])
        #expect(buffer.handedOut == 7)
        #expect(!buffer.hasSomething)
    }

    @Test("an ended subscription is told after what came before it, once, and before what came later")
    func notice() throws {
        var buffer = DeliveryBuffer()
        buffer.append(Self.deliveries(1...3))
        buffer.cancelled("q")
        buffer.append(Self.deliveries(4...5))
        #expect(try Self.tags(&buffer, 10) == [1, 2, 3])
        let error = #expect(throws: BrokerError.self) { try Self.tags(&buffer, 10) }
        #expect(error?.code == .consumerCancelled)
        #expect(error?.queue == "q")
        #expect(try Self.tags(&buffer, 10) == [4, 5])
    }

    @Test("gives back what waits of one queue only")
    func remove() throws {
        var buffer = DeliveryBuffer()
        buffer.append(Self.deliveries(1...6) { $0 % 2 == 0 ? "even" : "odd" })
        _ = try buffer.take(2)
        for expected in [[4, 6], []] as [[UInt64]] {
            let removed = buffer.remove(queue: "even")
            #expect(removed == expected)
        }
        #expect(try Self.tags(&buffer, 10) == [3, 5])
    }

    @Test("knows the bytes that wait, whatever is handed out or given back")
    func bytes() throws {
        var buffer = DeliveryBuffer()
        for size in 1...6 {
            let queue = size % 2 == 0 ? "even" : "odd"
            let body = [UInt8](repeating: 7, count: size)
            buffer.append([Delivery(tag: UInt64(size), queue: queue, exchange: "", routingKey: "", body: body)])
        }
        #expect(buffer.bytes == 21)
        _ = try buffer.take(2)
        #expect(buffer.bytes == 18)
        _ = buffer.remove(queue: "odd")
        #expect(buffer.bytes == 10)
        _ = try buffer.take(9)
        #expect(buffer.bytes == 0)
    }
}
