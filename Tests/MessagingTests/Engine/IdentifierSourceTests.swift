import Contracts
import Synchronization
import Testing

@testable import Messaging

@Suite("Message ids")
struct IdentifierSourceTests {
    @Test("ids grow strictly, also when the clock stands still or goes back")
    func growth() {
        let clock = SteppedClock([1_000_000, 1_000_000, 400_000, 2_000_000])
        let source = IdentifierSource(clock: { clock.next() })
        var ids: [Identifier] = []
        for _ in 0..<4 { ids += source.next(5000) }
        #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
        #expect(ids.allSatisfy { $0.high & 0xF000 == 0x7000 && $0.low >> 62 == 0b10 })
    }
}

/// A clock that says what it is told to.
private final class SteppedClock: Sendable {
    private let steps: Mutex<[Int64]>

    init(_ steps: [Int64]) { self.steps = Mutex(steps) }

    func next() -> Timestamp {
        Timestamp(microseconds: steps.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] })
    }
}
