import Database
import Foundation

/// A connection's thread and the scheduler, taking turns: one of the two waits while the other works.
///
/// `@unchecked Sendable`: everything below the condition is touched with its lock held.
final class Connection: @unchecked Sendable {
    enum Progress { case working, finished, gone }

    let number: Int
    let life: Int
    let role: String
    private let condition = NSCondition()
    private var asked = 0
    private var hasThread = false
    private var turn: ConnectionTurn?
    private var fate: ConnectionFate?
    private var progress = Progress.finished
    private var isDead = false
    private var backend: Int32?
    private var jobs: [UnownedJob] = []

    private let end: @Sendable () -> Void

    init(number: Int, life: Int, role: String, end: @escaping @Sendable () -> Void) {
        self.end = end
        self.number = number
        self.life = life
        self.role = role
    }

    private func locked<T>(_ body: () throws -> T) rethrows -> T {
        condition.lock()
        defer { condition.unlock() }
        return try body()
    }

    // MARK: the connection's thread

    func begin(_ turn: ConnectionTurn) -> ConnectionFate {
        locked {
            self.turn = turn
            condition.broadcast()
            while fate == nil && !isDead { condition.wait() }
            defer { fate = nil }
            self.turn = nil
            return isDead ? .loseRequest : fate ?? .proceed
        }
    }

    func opened(_ backend: Int32) { locked { self.backend = backend } }
    func release() { locked { backend = nil } }
    func finish() { leave(.finished) }
    func leave(_ end: Progress) {
        locked {
            progress = end
            condition.broadcast()
        }
    }

    func keep(_ job: UnownedJob) { locked { jobs.append(job) } }

    // MARK: the scheduler

    func ask() {
        locked {
            asked += 1
            hasThread = true
        }
    }
    /// Whether its thread runs, or is about to.
    var isBegun: Bool { locked { hasThread } }
    var isWaiting: Bool { locked { asked > 0 } }
    var pid: Int32? { locked { backend } }
    var isGone: Bool { locked { progress == .gone } }

    /// What the thread is about to do; nil when it ended instead.
    func arrival(within patience: TimeInterval) throws -> ConnectionTurn? {
        try locked {
            let end = Date(timeIntervalSinceNow: patience)
            while turn == nil && progress != .gone {
                guard condition.wait(until: end) else { throw SimulationError("a connection's thread does not arrive") }
            }
            asked -= 1
            if progress == .gone { asked = 0 }
            return turn
        }
    }

    func grant(_ fate: ConnectionFate) {
        locked {
            progress = .working
            self.fate = fate
            condition.broadcast()
        }
    }

    /// Waits for the end of the turn; false when it did not come in time.
    func hasFinished(within patience: TimeInterval) -> Bool {
        locked {
            let end = Date(timeIntervalSinceNow: patience)
            while progress == .working { guard condition.wait(until: end) else { return progress != .working } }
            return true
        }
    }

    /// The thread is to end, whatever it waits for.
    func die() {
        locked {
            isDead = true
            condition.broadcast()
        }
        end()
    }

    func isGone(within patience: TimeInterval) -> Bool {
        locked {
            let end = Date(timeIntervalSinceNow: patience)
            while progress != .gone { guard condition.wait(until: end) else { return progress == .gone } }
            return true
        }
    }

    /// How it stands, for a person.
    var standing: String {
        locked {
            "connection \(number) of life \(life) as \(role): \(progress), \(asked) asked, "
                + "\(turn.map(\.summary) ?? "no turn"), backend \(backend.map(String.init) ?? "none")"
        }
    }

    func takeJobs() -> [UnownedJob] {
        locked {
            defer { jobs = [] }
            return jobs
        }
    }
}

/// The simulation itself cannot go on.
struct SimulationError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
