import Contracts
import Messaging

/// Whose facts changed, and whose timers came due, in a batch.
struct Settling: Sendable {
    /// The kind of the timer that settles a person as soon as facts are committed.
    static let timer = "onboarding-settle"

    private var asked: Set<Identifier> = []
    private var due: [Identifier: (timers: Set<Identifier>, cause: Item)] = [:]

    /// The key of a contractor's timer.
    static func key(of contractor: Identifier) -> Identifier {
        Identifier.derived(timer, contractor)
    }

    /// Asks for a contractor to be settled after this batch.
    mutating func ask(_ contractor: Identifier) {
        asked.insert(contractor)
    }

    /// Notes a timer that came due.
    mutating func fired(_ timer: TimerFired, about contractor: Identifier, _ item: Item) {
        due[contractor, default: ([], item)].timers.insert(timer.key)
    }

    /// Whether somebody is to be settled in this batch.
    var isDue: Bool { !due.isEmpty }

    /// Who is to be settled now: each person once, with all timers of theirs.
    func persons(_ roster: Roster) -> [(contractor: Identifier, timers: Set<Identifier>, cause: Item)] {
        var persons: [Identifier: (timers: Set<Identifier>, cause: Item)] = [:]
        for (contractor, fired) in due.sorted(by: { $0.key < $1.key }) {
            persons[roster.canonical(of: contractor), default: ([], fired.cause)].timers.formUnion(fired.timers)
        }
        return persons.sorted { $0.key < $1.key }.map { ($0.key, $0.value.timers, $0.value.cause) }
    }

    /// Sets the timers of those whose facts changed.
    func schedule(at now: Timestamp, _ out: inout Decisions) {
        for contractor in asked.sorted() {
            out.schedule(
                TimerRequest(
                    key: Settling.key(of: contractor), kind: Settling.timer, due: now, contractor: contractor))
        }
    }
}
