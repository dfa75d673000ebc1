import Contracts
import Database
import Testing

@testable import Messaging

@Suite("Cutting a batch at links")
struct SegmentTests {
    private func arrival(_ number: UInt64, link: Bool) -> Arrival {
        let id = Identifier(high: 1, low: number)
        let payload: any Payload = link ? ContractorLink() : TimerFired()
        return Arrival(
            content: .item(
                Item(
                    id: id, origin: .event, type: .contractorLinked, source: "/t", messageID: "\(number)",
                    contractor: id, time: Timestamp(microseconds: 0), correlation: "", payload: payload)))
    }

    private func cut(_ links: [Bool]) -> [[String]] {
        BatchRunner<NoRules>.segments(of: links.enumerated().map { arrival(UInt64($0), link: $1) })
            .map { $0.compactMap { $0.item?.messageID } }
    }

    @Test("a batch without links stays whole, and an empty one is nothing to decide")
    func whole() {
        #expect(cut([false, false, false]) == [["0", "1", "2"]])
        #expect(cut([]).isEmpty)
    }

    @Test("ONB-27: a link is decided alone, and the order stays")
    func alone() {
        #expect(cut([false, true, false, false, true, true]) == [["0"], ["1"], ["2", "3"], ["4"], ["5"]])
    }
}
