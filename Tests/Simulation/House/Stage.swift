import Contracts
import Database
import Foundation
import Messaging

/// One run: the replicas, what goes wrong among them, and what is written down of it.
final class Stage {
    let scheduler: Scheduler
    let monitor: Monitor
    let ground: Ground
    private(set) var broker: SimulatedBroker!
    private(set) var replicas: [Replica] = []
    var counters = Counters()
    /// What happened, for a person who reads a failing run.
    private(set) var trace: [String] = []
    /// How often each point was passed.
    private(set) var passed: [Point: Int] = [:]
    /// The faults that came to pass.
    private(set) var fired: [Fault] = []
    /// What must never happen and did.
    private(set) var violations: [String] = []
    /// Events as they were published, by id.
    private(set) var events: [Identifier: PublishedEvent] = [:]

    private(set) var plan: FaultPlan
    private var chance: SeededGenerator
    private var occurrences: [ServiceName: [Point: Int]] = [:]
    private var accepted = 0
    private var lives = 0
    private var poisoned: [Identifier: Int] = [:]
    private var wallClock: Int64 = -1
    private var pendingError: (any Error)?
    private let keyChance: Chance
    /// The most that a batch takes: small ones meet each other more often.
    private let batchLimit: Int

    init(seed: UInt64, plan: FaultPlan, ground: Ground, monitor: Monitor) {
        self.plan = plan
        self.ground = ground
        self.monitor = monitor
        scheduler = Scheduler(seed: seed &* 3 &+ 1, monitor: monitor, reserve: ground.reserve)
        chance = SeededGenerator(seed: seed &* 3 &+ 2)
        batchLimit = [1, 3, 20, 20].randomElement(using: &chance) ?? 20
        nonisolated(unsafe) var generator = SeededGenerator(seed: seed &* 3 &+ 3)
        // Only the simulation's own thread draws.
        keyChance = Chance { generator.next() }
        broker = SimulatedBroker(self, seed: seed &* 3 &+ 4)
        scheduler.beforeTurn = { [unowned self] in try before($1, on: $0) }
        scheduler.afterTurn = { [unowned self] in try after($1, on: $0) }
    }

    /// Starts one or two replicas of every service.
    func start() throws {
        broker.apply(Topology.unroutable)
        for service in ServiceName.allCases {
            for number in 1...Int.random(in: 1...2, using: &chance) {
                let replica = Replica(service: service, name: "\(service.rawValue)-\(number)")
                replicas.append(replica)
                try begin(replica)
            }
        }
    }

    private func begin(_ replica: Replica) throws {
        lives += 1
        note("\(replica.name) starts")
        try replica.start(lives, ground, broker, keyChance, batchLimit: batchLimit)
    }

    func note(_ text: @autoclosure () -> String) {
        let seconds = Double(scheduler.now) / 1e9
        trace.append("\(String(format: "%9.3f", seconds))  \(text())")
    }

    func violate(_ text: String) {
        note("VIOLATION: \(text)")
        violations.append(text)
    }

    /// Nothing goes wrong any more.
    func endFaults() {
        plan = FaultPlan()
        endPoison()
    }

    /// The database takes every message again.
    func endPoison() { poisoned = [:] }

    /// Does one thing, and fails with what failed inside.
    func step() throws -> Bool {
        let goesOn = try scheduler.step()
        if let error = pendingError {
            pendingError = nil
            throw error
        }
        return goesOn
    }

    /// Whether every round trip and every point is noted.
    static let isVerbose = ProcessInfo.processInfo.environment["GUILDHALL_SIMULATION_VERBOSE"] != nil

    // MARK: points

    /// A replica passes a point; what is to go wrong there goes wrong at once.
    func pass(_ point: Point, _ life: Int) {
        _ = fate(at: point, life)
    }

    /// What becomes of a round trip at a point; nil when its life ended there.
    private func fate(at point: Point, _ life: Int) -> ConnectionFate? {
        guard life != 0, !scheduler.isDead(life), let replica = replicas.first(where: { $0.life == life }) else {
            return scheduler.isDead(life) ? nil : .proceed
        }
        passed[point, default: 0] += 1
        if Stage.isVerbose, [.receive, .acknowledge, .publish, .confirm].contains(point.step) {
            note("      \(replica.name) \(point)")
        }
        occurrences[replica.service, default: [:]][point, default: 0] += 1
        let occurrence = occurrences[replica.service]?[point] ?? 0
        guard
            let fault = plan.faults.first(where: {
                $0.service == replica.service && $0.point == point && $0.occurrence == occurrence
            })
        else { return .proceed }
        fired.append(fault)
        counters.recovered += 1
        note("\(replica.name): \(fault.action.rawValue) \(point)")
        do {
            return try carryOut(fault.action, at: point, replica)
        } catch {
            pendingError = error
            return .proceed
        }
    }

    private func carryOut(_ action: Fault.Action, at point: Point, _ replica: Replica) throws -> ConnectionFate? {
        let life = replica.life
        switch action {
        case .crash:
            try end(replica)
            restart(replica, after: .milliseconds(Int.random(in: 10...20_000, using: &chance)))
            return nil
        case .loseConnection: return point.moment == .before && Bool.random(using: &chance) ? .loseRequest : .loseAnswer
        case .deadlock: return .refuse(Bool.random(using: &chance) ? "40P01" : "40001")
        case .poisonOnce: poisonNext = 1
        case .poisonAlways: poisonNext = .max
        case .cutLinks: scheduler.schedule(at: scheduler.now, as: 0) { [self] in broker.cut(life) }
        case .cutDatabase:
            scheduler.schedule(at: scheduler.now, as: 0) { [self] in
                do { try scheduler.cut(life) } catch { pendingError = error }
            }
        case .restartBroker: scheduler.schedule(at: scheduler.now, as: 0) { [self] in broker.restart() }
        case .alarm: broker.alarm(.seconds(60))
        case .jumpClock: scheduler.jump(.seconds(Int.random(in: 5...40, using: &chance)))
        case .replace:
            scheduler.acting(as: life) { replica.stop() }
            restart(replica, after: .seconds(Int.random(in: 1...10, using: &chance)))
        }
        return .proceed
    }

    private var poisonNext = 0

    private func end(_ replica: Replica) throws {
        let life = replica.life
        try scheduler.kill(life)
        replica.ended()
        // The broker learns of it from the broken connection, a moment later.
        scheduler.schedule(after: .milliseconds(1), as: 0) { [self] in broker.cut(life) }
    }

    private func restart(_ replica: Replica, after delay: Duration) {
        let life = replica.life
        scheduler.schedule(after: delay, as: 0) { [self] in
            do {
                guard replica.life == life else { return }
                if !replica.hasEnded { return restart(replica, after: .seconds(1)) }
                try begin(replica)
            } catch {
                pendingError = error
            }
        }
    }

    /// Ends all that runs.
    func shutDown() throws {
        for replica in replicas where replica.isUp { try end(replica) }
    }

    // MARK: round trips

    private func before(_ turn: ConnectionTurn, on connection: Connection) throws -> ConnectionFate? {
        guard case .trip(let calls, _) = turn else { return .proceed }
        let kind = TripKind.of(calls)
        if kind.readsWallClock, wallClock != scheduler.now {
            wallClock = scheduler.now
            try monitor.often(
                "UPDATE simulation_clock SET at = '2025-01-01Z'::timestamptz + interval '1 us' * $1::int8",
                [String(wallClock / 1000)])
        }
        guard let step = kind.step else { return .proceed }
        let fate = fate(at: Point(step, .before), connection.life)
        if case .proceed? = fate, step == .inbox, isPoisoned(calls) {
            note("\(name(of: connection.life)): a poisoned message")
            return .refuse("23514")
        }
        return fate
    }

    private func after(_ turn: ConnectionTurn, on connection: Connection) throws {
        if Stage.isVerbose { note("      \(name(of: connection.life)) #\(connection.number) \(turn.summary)") }
        guard case .trip(let calls, _) = turn, let step = TripKind.of(calls).step else { return }
        pass(Point(step, .after), connection.life)
    }

    /// Whether a message of the batch is one that the database refuses.
    private func isPoisoned(_ calls: [Call]) -> Bool {
        var ids: [Identifier] = []
        for call in calls where call.statement.sql.contains("_inbox (id)") || call.statement.sql.contains("_intake (") {
            ids += call.poisonable
        }
        if poisonNext > 0, let id = ids.randomElement(using: &chance) {
            poisoned[id] = poisonNext
            poisonNext = 0
        }
        guard let id = ids.first(where: { poisoned[$0, default: 0] > 0 }) else { return false }
        if let left = poisoned[id], left != .max { poisoned[id] = left - 1 }
        return true
    }

    func name(of life: Int) -> String { replicas.first { $0.life == life }?.name ?? "?" }

    // MARK: messages

    /// What becomes of the next message that the broker accepts.
    func fate(of message: OutgoingMessage) -> MessageFate {
        accepted += 1
        guard let detour = plan.detours.first(where: { $0.occurrence == accepted }) else { return .inOrder }
        note("\(detour.fate.rawValue): \(message.routingKey)")
        return detour.fate
    }

    /// The broker took a message of events over: each must have been committed, and say what it said before.
    func published(_ message: OutgoingMessage) {
        guard let found = PublishedEvent.all(of: message), let first = found.first else {
            return violate("an event without an id was published")
        }
        for event in found { published(event, inRow: first.id) }
    }

    private func published(_ event: PublishedEvent, inRow row: Identifier) {
        if let known = events[event.id] {
            if known.body != event.body { violate("event \(event.id) was published with two bodies") }
            if plan.isCalm {
                violate("event \(event.id), \(event.type), was published twice, though nothing went wrong")
            }
            return
        }
        do {
            let service = event.service
            let rows = try monitor.often(
                "SELECT 1 FROM \(service)_outbox WHERE id = $1::uuid", [row.description])
            if rows.isEmpty {
                counters.unexpected += 1
                violate("event \(event.id), \(event.type), was published without having been committed")
            }
        } catch {
            pendingError = error
        }
        events[event.id] = event
    }
}

extension ConnectionTurn {
    /// What it is about, in few words.
    var summary: String {
        switch self {
        case .open: "opens"
        case .close: "closes"
        case .trip(let calls, let commits):
            calls.map { $0.statement.sql.split(whereSeparator: \.isWhitespace).prefix(4).joined(separator: " ") }
                .joined(separator: "; ") + (commits ? ", committed" : "")
        }
    }
}
