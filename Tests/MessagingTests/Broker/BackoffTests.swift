import Contracts
import Testing

@testable import Messaging

@Suite("Backoff")
struct BackoffTests {
    @Test("pauses stay within a ceiling that doubles up to the cap")
    func bounds() {
        for seed in 0..<50 as Range<UInt64> {
            var backoff = Backoff(generator: SeededGenerator(seed: seed))
            var ceilings: [Duration] = []
            for attempt in 0..<12 {
                ceilings.append(backoff.ceiling(after: attempt))
                let pause = backoff.next()
                #expect(pause >= .zero && pause <= ceilings[attempt])
            }
            #expect(ceilings.first == .milliseconds(100))
            #expect(ceilings[3] == .milliseconds(800))
            #expect(ceilings.last == .seconds(10))
        }
    }

    @Test("pauses spread over the whole range, so that clients do not come back together")
    func jitter() {
        var generator = SeededGenerator(seed: 7)
        let pauses = (0..<400).map { _ in
            var backoff = Backoff(base: .seconds(1), generator: SeededGenerator(seed: generator.next()))
            return backoff.next()
        }
        for quarter in 0..<4 {
            let from = Duration.milliseconds(250 * quarter)
            #expect(pauses.count { $0 >= from && $0 < from + .milliseconds(250) } > 50)
        }
    }

    @Test("a success starts over")
    func reset() {
        var backoff = Backoff(generator: SeededGenerator(seed: 1))
        for _ in 0..<9 { _ = backoff.next() }
        #expect(backoff.attempts == 9)
        backoff.reset()
        #expect(backoff.attempts == 0)
        let pause = backoff.next()
        #expect(pause <= .milliseconds(100))
    }
}
