import Contracts
import Testing

@testable import Messaging

@Suite("What waits to be decided")
struct ShelfTests {
    /// A delivery of events about contractors, by number.
    private func portion(
        _ tag: UInt64, about contractors: [UInt64] = [1], suspect: Bool = false, link: Bool = false
    ) -> Shelf.Portion {
        let payload: any Payload = link ? ContractorLink() : TimerFired()
        return Shelf.Portion(
            arrivals: contractors.map { contractor in
                Arrival(
                    content: .item(
                        Item(
                            id: Identifier(high: 1, low: tag), origin: .event, type: .contractorLinked, source: "/t",
                            messageID: "\(tag)", contractor: Identifier(high: 2, low: contractor),
                            time: Timestamp(microseconds: 0), correlation: "", payload: payload)))
            },
            tag: tag, isSuspect: suspect)
    }

    /// Takes and finishes batches until nothing waits, one at a time.
    private func drained(_ shelf: inout Shelf) -> [[UInt64]] {
        var seen: [[UInt64]] = []
        while let batch = shelf.take() {
            seen.append(batch.tags)
            _ = shelf.finish(batch)
            shelf.release(batch)
        }
        return seen
    }

    @Test("what has arrived is taken at once, and nobody waits for a batch to fill")
    func atOnce() {
        var shelf = Shelf(limit: 500)
        let nothing = shelf.take()
        shelf.put([portion(1)])
        let batch = shelf.take()
        #expect(nothing == nil)
        #expect(batch?.arrivals.count == 1 && batch?.tags == [1])
    }

    @Test("reading stops when a batch is full, and a message of several events is never cut")
    func full() {
        var shelf = Shelf(limit: 10)
        shelf.put([portion(1, about: [1, 2, 3, 4]), portion(2, about: [1, 2, 3, 4])])
        let early = shelf.isFull
        shelf.put([portion(3, about: [1, 2, 3, 4]), portion(4)])
        let late = shelf.isFull
        let batch = shelf.take()
        #expect(!early && late)
        #expect(batch?.arrivals.count == 12 && batch?.tags == [1, 2, 3])
        #expect(!shelf.isFull)
    }

    @Test("ONB-27: a message that may kill the process is decided alone, and so is a link")
    func alone() {
        var shelf = Shelf(limit: 10)
        shelf.put([
            portion(1), portion(2, suspect: true), portion(3, suspect: true), portion(4), portion(5),
            portion(6, link: true), portion(7),
        ])
        #expect(drained(&shelf) == [[1], [2], [3], [4, 5], [6], [7]])
    }

    @Test("a second batch begins beside the first when a full one waits, half of it about others")
    func second() throws {
        var shelf = Shelf(limit: 4)
        shelf.put((1...4).map { portion($0, about: [$0]) })
        var taken = shelf.take()
        let first = try #require(taken)
        shelf.put([portion(5, about: [1]), portion(6, about: [5])])
        let tooFew = shelf.take()
        shelf.put([portion(7, about: [6]), portion(8, about: [1, 7]), portion(9, about: [7])])
        taken = shelf.take()
        let second = try #require(taken)
        shelf.put((10...20).map { portion($0, about: [$0]) })
        let third = shelf.take()
        #expect(tooFew == nil && third == nil)
        #expect(second.tags == [6, 7])
        // What was read first is settled first.
        var settled = shelf.finish(second)
        #expect(settled == nil)
        settled = shelf.finish(first)
        #expect(settled == Shelf.Settled(lastTag: 4, deliveries: 4))
        shelf.release(second)
        shelf.release(first)
        taken = shelf.take()
        #expect(taken?.tags == [5, 8, 9])
    }

    @Test("one that comes while one is in work begins at once; more wait for each other, and whoever is busy waits")
    func quiet() throws {
        var shelf = Shelf(limit: 500)
        shelf.put([portion(1, about: [1])])
        var taken = shelf.take()
        let first = try #require(taken)
        shelf.put([portion(2, about: [2])])
        taken = shelf.take()
        let second = try #require(taken)
        shelf.put([portion(3, about: [1])])
        let third = shelf.take()
        #expect(second.tags == [2] && third == nil)
        _ = shelf.finish(second)
        shelf.release(second)
        let busy = shelf.take()
        shelf.put([portion(4, about: [3])])
        let more = shelf.take()
        #expect(busy == nil && more == nil)
        let settled = shelf.finish(first)
        #expect(settled == Shelf.Settled(lastTag: 2, deliveries: 2))
        shelf.release(first)
        taken = shelf.take()
        #expect(taken?.tags == [3, 4])
    }

    @Test("nothing passes a message that goes alone, and nothing is in work beside it")
    func barrier() throws {
        var shelf = Shelf(limit: 2)
        shelf.put([portion(1, about: [1]), portion(2, about: [2])])
        var taken = shelf.take()
        let first = try #require(taken)
        shelf.put([portion(3, link: true), portion(4, about: [4]), portion(5, about: [5])])
        taken = shelf.take()
        #expect(taken == nil)
        shelf.release(first)
        taken = shelf.take()
        let link = try #require(taken)
        let beside = shelf.take()
        #expect(link.tags == [3] && beside == nil)
        shelf.release(link)
        taken = shelf.take()
        #expect(taken?.tags == [4, 5])
    }

    @Test(
        "every delivery is taken once and settled in order, and a contractor's stay in order, whatever comes when",
        arguments: 0..<200 as Range<UInt64>)
    func everything(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        var shelf = Shelf(limit: Int.random(in: 1...20, using: &chance))
        var (put, settled): (UInt64, UInt64) = (0, 0)
        var inWork: [Shelf.Batch] = []
        var seen: [Identifier?: UInt64] = [:]
        var taken: Set<UInt64> = []
        while settled < 300 {
            switch Int.random(in: 0..<3, using: &chance) {
            case 0 where put < 300 && !shelf.isFull:
                put += 1
                let about = (1...Int.random(in: 1...4, using: &chance)).map { _ in
                    UInt64.random(in: 0..<30, using: &chance)
                }
                let kind = Int.random(in: 0..<30, using: &chance)
                shelf.put([portion(put, about: about, suspect: kind == 0, link: kind == 1)])
            case 1:
                guard let batch = shelf.take() else { continue }
                let others = Set(inWork.flatMap { $0.arrivals.map(\.item?.contractor) })
                #expect(others.isDisjoint(with: batch.arrivals.map(\.item?.contractor)))
                #expect(batch.tags.allSatisfy { taken.insert($0).inserted })
                for arrival in batch.arrivals {
                    let tag = UInt64(arrival.item?.messageID ?? "") ?? 0
                    #expect(seen[arrival.item?.contractor, default: 0] <= tag)
                    seen[arrival.item?.contractor] = tag
                }
                inWork.append(batch)
            default:
                guard let batch = inWork.randomElement(using: &chance) else { continue }
                inWork.removeAll { $0.tags == batch.tags }
                if let more = shelf.finish(batch) {
                    settled += UInt64(more.deliveries)
                    #expect(more.lastTag == settled)
                }
                shelf.release(batch)
            }
        }
        #expect(taken.count == 300)
    }
}
