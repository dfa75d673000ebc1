import Contracts
import Synchronization

/// Makes UUIDv7 ids, strictly growing within a process; the randomness and the clock are handed in.
public final class IdentifierSource: Sendable {
    private struct State {
        var random: Chance
        var last: UInt64 = 0
    }

    private let state: Mutex<State>
    private let clock: @Sendable () -> Timestamp

    /// A source of ids with the given randomness and clock; ids carry real time, also where rules see a virtual one.
    public init(
        random: Chance = Chance(),
        clock: @escaping @Sendable () -> Timestamp = { .hostClock }
    ) {
        state = Mutex(State(random: random))
        self.clock = clock
    }

    /// The next ids, sorted.
    public func next(_ count: Int) -> [Identifier] {
        let moment = clock()
        return state.withLock { state in
            var made: [Identifier] = []
            made.reserveCapacity(count)
            for random in state.random.words(count) {
                let candidate = Identifier.v7(at: moment, random: random)
                // The twelve bits under the version count on when ids are made faster than the clock ticks.
                var ticks = (candidate.high >> 16) << 12 | candidate.high & 0xFFF
                if ticks <= state.last { ticks = state.last + 1 }
                state.last = ticks
                made.append(
                    Identifier(high: (ticks >> 12) << 16 | 0x7000 | ticks & 0xFFF, low: candidate.low))
            }
            return made
        }
    }

    /// Sixty-four random bits.
    public func randomBits() -> UInt64 {
        state.withLock { $0.random.next() }
    }
}
