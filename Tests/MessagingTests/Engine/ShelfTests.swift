import Contracts
import Testing

@testable import Messaging

@Suite("What waits to be decided")
struct ShelfTests {
    private func portion(_ tag: UInt64, events: Int = 1, suspect: Bool = false) -> Shelf.Portion {
        let arrival = Arrival(
            content: .unreadable(id: Identifier(high: 0, low: tag), source: "", messageID: "", type: "", reason: ""))
        return Shelf.Portion(
            arrivals: Array(repeating: arrival, count: events), tag: tag, isSuspect: suspect)
    }

    @Test("what has arrived is taken at once, and nobody waits for a batch to fill")
    func atOnce() {
        var shelf = Shelf(limit: 500)
        let nothing = shelf.take()
        shelf.put([portion(1)])
        let batch = shelf.take()
        #expect(nothing == nil)
        #expect(batch?.arrivals.count == 1 && batch?.deliveries == 1 && batch?.lastTag == 1)
    }

    @Test("reading stops when a batch is full, and a message of several events is never cut")
    func full() {
        var shelf = Shelf(limit: 10)
        shelf.put([portion(1, events: 4), portion(2, events: 4)])
        let early = shelf.isFull
        shelf.put([portion(3, events: 4), portion(4, events: 1)])
        let late = shelf.isFull
        let batch = shelf.take()
        #expect(!early && late)
        #expect(batch?.arrivals.count == 12 && batch?.lastTag == 3)
        #expect(!shelf.isFull)
    }

    @Test("a message that may kill the process is decided alone")
    func suspects() {
        var shelf = Shelf(limit: 10)
        shelf.put([portion(1), portion(2, suspect: true), portion(3, suspect: true), portion(4), portion(5)])
        var seen: [[Int]] = []
        while let batch = shelf.take() { seen.append([batch.deliveries, batch.isSuspect ? 1 : 0]) }
        #expect(seen == [[1, 0], [1, 1], [1, 1], [2, 0]])
    }

    @Test("every delivery is taken once and in order, whatever comes when", arguments: 0..<100 as Range<UInt64>)
    func everything(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        let limit = Int.random(in: 1...20, using: &chance)
        var shelf = Shelf(limit: limit)
        var (put, deliveries, through): (UInt64, Int, UInt64) = (0, 0, 0)
        while through < 300 {
            if put < 300, Bool.random(using: &chance), !shelf.isFull {
                put += 1
                let isSuspect = Int.random(in: 0..<10, using: &chance) == 0
                shelf.put([portion(put, events: Int.random(in: 1...5, using: &chance), suspect: isSuspect)])
            } else if let batch = shelf.take() {
                deliveries += batch.deliveries
                #expect(batch.lastTag == through + UInt64(batch.deliveries))
                #expect(batch.arrivals.count < limit + 5)
                through = batch.lastTag
            }
        }
        #expect(deliveries == 300)
    }
}
