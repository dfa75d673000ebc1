import Contracts
import Messaging
import Synchronization

/// What became of numbered events: when each was due, and when what it led to was received.
///
/// Anything that breaks a promise is kept as a sentence; a measurement with such a sentence is worth nothing.
final class ArrivalBook: Sendable {
    /// An event that was received for the first time.
    struct Arrival: Sendable {
        let number: Int
        let partition: Partition
        let at: ContinuousClock.Instant
    }

    /// All that is known.
    struct State {
        var due: [ContinuousClock.Instant] = []
        var arrivals: [Arrival] = []
        /// The event that a number led to.
        var events: [Int: String] = [:]
        /// The highest number seen of each contractor.
        var highest: [Identifier: Int] = [:]
        /// Events that were received once more under their id.
        var repeated = 0
        var broken: [String] = []
    }

    private let events: ScaleEvents
    let state = Mutex(State())

    init(_ events: ScaleEvents) {
        self.events = events
    }

    /// Notes when the next event was due.
    func due(at moment: ContinuousClock.Instant) {
        state.withLock { $0.due.append(moment) }
    }

    /// Notes what an event led to, in the order of receiving.
    func received(_ number: Int, event: String, at moment: ContinuousClock.Instant) {
        let contractor = events.contractor(of: number)
        state.withLock { state in
            if let known = state.events[number] {
                if known == event {
                    // The outbox gives an event at least once; its id tells the reader.
                    state.repeated += 1
                } else {
                    state.broken.append("event \(number) had two effects")
                }
                return
            }
            state.events[number] = event
            state.arrivals.append(Arrival(number: number, partition: Partition(of: contractor), at: moment))
            if let highest = state.highest[contractor], highest > number {
                state.broken.append("event \(number) of a contractor came after \(highest)")
            }
            state.highest[contractor] = max(number, state.highest[contractor] ?? 0)
        }
    }

    /// How many were sent and have led to nothing yet.
    var missing: Int { state.withLock { $0.due.count - $0.events.count } }
    /// How many came more than once under their id.
    var repeated: Int { state.withLock { $0.repeated } }
    /// How many were sent.
    var sent: Int { state.withLock { $0.due.count } }

    /// - Throws: when an event was lost, had two effects, or was overtaken by a later one of its contractor.
    func check() throws {
        let (broken, missing) = state.withLock { ($0.broken, $0.due.count - $0.events.count) }
        if missing != 0 { throw BenchError("\(missing) events led to nothing") }
        if let first = broken.first { throw BenchError("\(broken.count) events broke their promise: \(first)") }
    }
}
