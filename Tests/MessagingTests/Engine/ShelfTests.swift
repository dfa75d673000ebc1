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

    /// The deliveries of a batch's events, in order.
    private func tags(_ batch: Shelf.Batch?) -> [UInt64] {
        batch?.arrivals.compactMap { UInt64($0.item?.messageID ?? "") } ?? []
    }

    /// Takes and finishes batches until nothing waits, one at a time.
    private func drained(_ shelf: inout Shelf) -> [[UInt64]] {
        var seen: [[UInt64]] = []
        while let batch = shelf.take() {
            seen.append(tags(batch))
            shelf.finish(batch)
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
        #expect(tags(batch) == [1])
    }

    @Test("reading stops when four batches wait, or as many messages are not settled as three batches have events")
    func full() {
        var shelf = Shelf(limit: 10)
        shelf.put((1...9).map { portion($0, about: [1, 2, 3, 4]) })
        let early = shelf.isFull
        shelf.put([portion(10, about: [1, 2, 3, 4])])
        let late = shelf.isFull
        _ = shelf.take()
        #expect(!early && late)
        #expect(!shelf.isFull)
        shelf = Shelf(limit: 10)
        shelf.put((1...30).map { portion($0, about: [$0]) })
        #expect(shelf.isFull)
    }

    @Test("a message is cut where a batch ends, and settled once all its events are done")
    func cut() throws {
        var shelf = Shelf(limit: 3)
        shelf.put([portion(1, about: [1, 1]), portion(2, about: [1, 1]), portion(3, about: [])])
        var taken = shelf.take()
        let first = try #require(taken)
        shelf.finish(first)
        shelf.release(first)
        var settled = shelf.settle()
        #expect(tags(first) == [1, 1, 2])
        #expect(settled == Shelf.Settled(lastTag: 1, deliveries: 1))
        taken = shelf.take()
        let second = try #require(taken)
        shelf.finish(second)
        settled = shelf.settle()
        #expect(tags(second) == [2])
        #expect(settled == Shelf.Settled(lastTag: 3, deliveries: 2))
    }

    @Test("ONB-27: an event that may kill the process is decided alone, and so is a link")
    func alone() {
        var shelf = Shelf(limit: 10)
        shelf.put([
            portion(1), portion(2, about: [1, 1], suspect: true), portion(3, suspect: true), portion(4), portion(5),
            portion(6, link: true), portion(7),
        ])
        #expect(drained(&shelf) == [[1], [2], [2], [3], [4, 5], [6], [7]])
    }

    @Test("where more waits than a batch takes, it is of few partitions, beginning with what has waited longest")
    func partitions() {
        var shelf = Shelf(limit: 40)
        let people = (0..<80).map { UInt64($0) }
        shelf.put((1...2).map { portion($0, about: people) })
        var seen: [UInt64: Int] = [:]
        var of: [Int] = []
        var isFirst = true
        while let batch = shelf.take() {
            let partitions = batch.arrivals.compactMap { $0.item?.contractor.map(Partition.init(of:)) }
            if isFirst { #expect(partitions.contains(Partition(of: Identifier(high: 2, low: 0)))) }
            isFirst = false
            of.append(Set(partitions).count)
            for tag in tags(batch) { seen[tag, default: 0] += 1 }
            shelf.finish(batch)
            shelf.release(batch)
        }
        #expect(seen == [1: 80, 2: 80])
        // Some ten of each of sixteen wait; in order of arrival a batch would be of nearly all.
        #expect(of.count == 4 && of.allSatisfy { $0 <= 8 }, "\(of)")
    }

    @Test("a second batch begins beside the first when a full one waits, half of it about others")
    func second() throws {
        var shelf = Shelf(limit: 4)
        shelf.put((1...4).map { portion($0, about: [$0]) })
        var taken = shelf.take()
        let first = try #require(taken)
        shelf.put([portion(5, about: [1]), portion(6, about: [5])])
        let tooFew = shelf.take()
        shelf.put([portion(7, about: [6]), portion(8, about: [1, 7]), portion(9, about: [2])])
        taken = shelf.take()
        let second = try #require(taken)
        shelf.put((10...20).map { portion($0, about: [$0]) })
        let third = shelf.take()
        #expect(tooFew == nil && third == nil)
        #expect(Set(tags(second)) == [6, 7, 8])
        // What was read first is settled first.
        shelf.finish(second)
        var settled = shelf.settle()
        #expect(settled == nil)
        shelf.finish(first)
        settled = shelf.settle()
        #expect(settled == Shelf.Settled(lastTag: 4, deliveries: 4))
        shelf.release(second)
        shelf.release(first)
        taken = shelf.take()
        #expect(taken?.arrivals.count == 4 && tags(taken).contains(5))
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
        #expect(tags(second) == [2] && third == nil)
        shelf.finish(second)
        shelf.release(second)
        let busy = shelf.take()
        shelf.put([portion(4, about: [3])])
        let more = shelf.take()
        #expect(busy == nil && more == nil)
        shelf.finish(first)
        let settled = shelf.settle()
        #expect(settled == Shelf.Settled(lastTag: 2, deliveries: 2))
        shelf.release(first)
        taken = shelf.take()
        #expect(Set(tags(taken)) == [3, 4])
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
        #expect(tags(link) == [3] && beside == nil)
        shelf.release(link)
        taken = shelf.take()
        #expect(Set(tags(taken)) == [4, 5])
    }

    @Test(
        "every event is taken once, deliveries are settled in order, and a contractor's stay in order, whatever comes when",
        arguments: 0..<200 as Range<UInt64>)
    func everything(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        var shelf = Shelf(limit: Int.random(in: 1...20, using: &chance))
        var (put, settled): (UInt64, UInt64) = (0, 0)
        var inWork: [Shelf.Batch] = []
        var seen: [Identifier?: UInt64] = [:]
        var (events, taken) = (0, 0)
        var barrier: UInt64 = 0
        while settled < 300 {
            switch Int.random(in: 0..<3, using: &chance) {
            case 0 where put < 300 && !shelf.isFull:
                put += 1
                let about = (0..<Int.random(in: 0...4, using: &chance)).map { _ in
                    UInt64.random(in: 0..<30, using: &chance)
                }
                events += about.count
                let kind = Int.random(in: 0..<30, using: &chance)
                shelf.put([portion(put, about: about, suspect: kind == 0, link: kind == 1)])
            case 1:
                guard let batch = shelf.take() else {
                    // Whoever reads waits for what is in work, and for nothing else.
                    #expect(!inWork.isEmpty || !shelf.isFull)
                    continue
                }
                let others = Set(inWork.flatMap { $0.arrivals.map(\.item?.contractor) })
                #expect(others.isDisjoint(with: batch.arrivals.map(\.item?.contractor)))
                taken += batch.arrivals.count
                for arrival in batch.arrivals {
                    let tag = UInt64(arrival.item?.messageID ?? "") ?? 0
                    #expect(seen[arrival.item?.contractor, default: 0] <= tag && barrier <= tag)
                    seen[arrival.item?.contractor] = tag
                    if arrival.isLink { barrier = tag }
                }
                inWork.append(batch)
            default:
                guard let position = inWork.indices.randomElement(using: &chance) else { break }
                let batch = inWork.remove(at: position)
                shelf.finish(batch)
                shelf.release(batch)
            }
            if let more = shelf.settle() {
                settled += UInt64(more.deliveries)
                #expect(more.lastTag == settled)
            }
        }
        #expect(taken == events)
    }
}
