import Contracts
import Database
import Foundation
import Synchronization

/// Runs everything on one thread, in an order that a seed decides: jobs of tasks, turns of connections, and what is due.
///
/// Time stands still while anything can be done, and then jumps to what is due next.
///
/// `@unchecked Sendable`: only the thread that runs the simulation touches it; what comes from a connection's thread
/// waits in that connection until its turn is over.
final class Scheduler: @unchecked Sendable {
    /// Whose doing the running job is: a life of a replica, or 0 for the simulation's own.
    private(set) var current = 0
    /// Nanoseconds since the simulation began.
    private(set) var now: Int64 = 0
    /// Decides over the order of everything.
    var chance: SeededGenerator
    /// A hash of every decision, by which two runs of a seed are compared.
    private(set) var digest: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Asked before a turn; nil when whoever asked for it is no more.
    var beforeTurn: (Connection, ConnectionTurn) throws -> ConnectionFate? = { _, _ in .proceed }
    /// Told after a turn.
    var afterTurn: (Connection, ConnectionTurn) throws -> Void = { _, _ in }

    /// Backends that are used again.
    let reserve: ConnectionReserve?
    private let monitor: Monitor
    private let executor = OneThread()
    private var ready: [(job: UnownedJob, life: Int)] = []
    private var agenda = Agenda()
    private let register = Mutex<[Int: Connection]>([:])
    private var waiting: [Connection] = []
    private var blocked: [(connection: Connection, turn: ConnectionTurn, since: Int64)] = []
    private var lastConnection = 0
    private var dead: Set<Int> = []

    init(seed: UInt64, monitor: Monitor, reserve: ConnectionReserve) {
        self.reserve = reserve
        chance = SeededGenerator(seed: seed)
        self.monitor = monitor
    }

    // MARK: what is to be done

    func enqueue(_ job: UnownedJob, from seat: Seat) {
        if let connection = seat.connection { return connection.keep(job) }
        add(job, current)
    }

    private func add(_ job: UnownedJob, _ life: Int) {
        if !dead.contains(life) { ready.append((job, life)) }
    }

    /// Does something at a time, as the life that asks.
    func schedule(at time: Int64, _ action: @escaping () -> Void) {
        precondition(Seat.current?.connection == nil && Seat.current?.scheduler === self, "a task left the simulation")
        schedule(at: time, as: current, action)
    }

    func schedule(at time: Int64, as life: Int, _ action: @escaping () -> Void) {
        agenda.add(at: max(time, now), life: life, action)
    }

    func schedule(after delay: Duration, as life: Int, _ action: @escaping () -> Void) {
        schedule(at: now + delay.nanoseconds, as: life, action)
    }

    /// Does something now as a life.
    func acting<T>(as life: Int, _ body: () throws -> T) rethrows -> T {
        let outer = current
        current = life
        defer { current = outer }
        return try body()
    }

    func isDead(_ life: Int) -> Bool { dead.contains(life) }

    // MARK: running

    /// Does one thing that can be done now; false when there is nothing.
    func step() throws -> Bool {
        try recheckBlocked()
        var due = 0
        if let next = agenda.next, next.at <= now { due = 1 }
        let choices = ready.count + waiting.count + due
        if choices == 0 { return try waitForBlocked() }
        let choice = Int.random(in: 0..<choices, using: &chance)
        note(UInt64(choice) << 32 | UInt64(choices))
        if choice < ready.count {
            let (job, life) = ready.remove(at: choice)
            acting(as: life) { unsafe(job) }
        } else if choice < ready.count + waiting.count {
            try takeTurn(waiting[choice - ready.count])
        } else {
            let entry = agenda.removeFirst()
            if !dead.contains(entry.life) { acting(as: entry.life, entry.action) }
        }
        return true
    }

    private func unsafe(_ job: UnownedJob) {
        job.runSynchronously(on: executor.asUnownedTaskExecutor())
    }

    /// Jumps to what is due next; false when nothing ever will be.
    func advance() -> Bool {
        while let next = agenda.next, dead.contains(next.life) { _ = agenda.removeFirst() }
        guard let next = agenda.next else { return false }
        now = max(now, next.at)
        return true
    }

    /// Makes the hosts' clock jump without anything having happened meanwhile.
    func jump(_ duration: Duration) { now += duration.nanoseconds }

    private func note(_ value: UInt64) {
        digest = (digest ^ value) &* 0x100_0000_01B3
    }

    // MARK: connections

    private func takeTurn(_ connection: Connection) throws {
        guard let turn = try connection.arrival(within: 20) else { return drop(connection) }
        if !connection.isWaiting { waiting.removeAll { $0 === connection } }
        guard let fate = try beforeTurn(connection, turn) else { return }
        connection.grant(fate)
        if connection.hasFinished(within: 0.004) { return try finish(connection, turn) }
        while true {
            if try isBlocked(connection) {
                blocked.append((connection, turn, now))
                waiting.removeAll { $0 === connection }
                return
            }
            if connection.hasFinished(within: 0.02) { return try finish(connection, turn) }
        }
    }

    private func finish(_ connection: Connection, _ turn: ConnectionTurn) throws {
        for job in connection.takeJobs() { add(job, connection.life) }
        if connection.isGone {
            drop(connection)
            try awaitEnd(of: [connection])
        } else if connection.isWaiting, !waiting.contains(where: { $0 === connection }) {
            waiting.append(connection)
        }
        try acting(as: connection.life) { try afterTurn(connection, turn) }
    }

    private func drop(_ connection: Connection) {
        register.withLock { $0[connection.number] = nil }
        waiting.removeAll { $0 === connection }
        for job in connection.takeJobs() { add(job, connection.life) }
    }

    /// Whether a connection waits for a lock that another holds.
    private func isBlocked(_ connection: Connection) throws -> Bool {
        guard let pid = connection.pid else { return false }
        return try monitor.texts("SELECT 1 FROM unnest(pg_blocking_pids(\(pid))) LIMIT 1").count == 1
    }

    /// Nanoseconds after which a lock is taken to be held for ever.
    private static let longestLockWait: Int64 = 60_000_000_000

    private func waitingForLock(_ connection: Connection) throws -> String {
        let holders = try connection.pid.map { try monitor.texts("SELECT unnest(pg_blocking_pids(\($0)))") } ?? []
        let names = register.withLock { register in
            register.values.filter { other in other.pid.map { holders.contains(String($0)) } ?? false }
                .map { "\($0.number) of life \($0.life)" }
        }
        return "connection \(connection.number) of life \(connection.life) has waited for a minute for a lock that is "
            + "held by connection \(names.sorted().joined(separator: ", "))"
    }

    private func recheckBlocked() throws {
        if blocked.isEmpty { return }
        for (connection, turn, since) in blocked where !dead.contains(connection.life) {
            if try !connection.hasFinished(within: 0) && isBlocked(connection) {
                // Time stands still while the holder can do anything: it waits for something that will not come.
                guard now - since < Scheduler.longestLockWait else {
                    throw Stuck(description: try waitingForLock(connection))
                }
                continue
            }
            while !connection.hasFinished(within: 0.01) { if try isBlocked(connection) { break } }
            guard connection.hasFinished(within: 0) else { continue }
            blocked.removeAll { $0.connection === connection }
            try finish(connection, turn)
        }
        blocked.removeAll { dead.contains($0.connection.life) }
    }

    /// Nothing can be done but to wait until the database ends a deadlock.
    private func waitForBlocked() throws -> Bool {
        guard let first = blocked.first, agenda.next == nil else { return false }
        return first.connection.hasFinished(within: 5)
    }

    /// What is there, for a person who wonders why nothing happens.
    var description: String {
        let all = register.withLock { $0.values.sorted { $0.number < $1.number } }
        let text = all.map { "\($0.number) of life \($0.life)\($0.isWaiting ? " asked" : "")" }.joined(separator: "; ")
        return
            "\(ready.count) jobs, waiting \(waiting.map(\.number)), blocked \(blocked.map(\.connection.number)), \(text)"
    }

    /// A life ends where it stands: none of its jobs runs again, and the server rolls back what it left open.
    func kill(_ life: Int) throws {
        dead.insert(life)
        ready.removeAll { $0.life == life }
        // One that was announced and has no thread yet will never get one.
        connections(of: life).filter { !$0.isBegun }.forEach(drop)
        let own = connections(of: life)
        own.forEach { $0.die() }
        // One that waits for a lock hears of nothing else.
        let waiting = blocked.filter { $0.connection.life == life }.compactMap(\.connection.pid)
        if !waiting.isEmpty {
            try monitor.run("SELECT pg_cancel_backend(p) FROM unnest(ARRAY[\(list(waiting))]) p")
        }
        for connection in own {
            guard connection.isGone(within: 20) else {
                throw SimulationError("a connection's thread does not end: \(connection.standing)")
            }
            drop(connection)
        }
        blocked.removeAll { $0.connection.life == life }
        try awaitEnd(of: own)
    }

    /// Ends the connections of a life while it lives on.
    func cut(_ life: Int) throws {
        let own = connections(of: life).filter { $0.pid != nil }
        let pids = own.compactMap(\.pid)
        if pids.isEmpty { return }
        try monitor.run("SELECT pg_terminate_backend(p) FROM unnest(ARRAY[\(list(pids))]) p")
        try awaitEnd(of: own)
        // One whose turn waits finds out when it comes; one that waits for a lock has its answer.
        for connection in own where !connection.isWaiting && !blocked.contains(where: { $0.connection === connection })
        {
            guard connection.isGone(within: 20) else {
                throw SimulationError("a lost connection does not end: \(connection.standing)")
            }
            drop(connection)
        }
    }

    private func connections(of life: Int) -> [Connection] {
        register.withLock { $0.values.filter { $0.life == life } }.sorted { $0.number < $1.number }
    }

    private func awaitEnd(of connections: [Connection]) throws {
        let pids = connections.compactMap(\.pid)
        if pids.isEmpty { return }
        let question = "SELECT 1 FROM pg_stat_activity WHERE pid = ANY (ARRAY[\(list(pids))]) LIMIT 1"
        for _ in 0..<50_000 {
            if try monitor.texts(question).isEmpty { return }
            usleep(100)
        }
        throw SimulationError("a backend does not end")
    }

    private func list(_ pids: [Int32]) -> String {
        pids.map { String($0) }.joined(separator: ",")
    }
}

extension Scheduler: Conductor {
    func connect(as role: String, end: @escaping @Sendable () -> Void) -> Int {
        lastConnection += 1
        let connection = Connection(number: lastConnection, life: current, role: role, end: end)
        register.withLock { $0[connection.number] = connection }
        return lastConnection
    }

    func asked(_ number: Int) {
        guard let connection = register.withLock({ $0[number] }) else { return }
        connection.ask()
        if Seat.current?.connection == nil, !waiting.contains(where: { $0 === connection }),
            !blocked.contains(where: { $0.connection === connection })
        {
            waiting.append(connection)
        }
    }

    func begin(_ turn: ConnectionTurn, on number: Int) -> ConnectionFate {
        guard let connection = seat(number) else { return .loseRequest }
        return connection.begin(turn)
    }

    func opened(_ number: Int, backend: Int32) { seat(number)?.opened(backend) }
    func ended(on number: Int) { seat(number)?.finish() }
    func released(_ number: Int) { seat(number)?.release() }
    func gone(_ number: Int) { seat(number)?.leave(.gone) }

    /// The connection of the calling thread, which takes its seat with its first turn.
    private func seat(_ number: Int) -> Connection? {
        if let seat = Seat.current { return seat.connection }
        guard let connection = register.withLock({ $0[number] }) else { return nil }
        Seat.take(Seat(self, connection))
        return connection
    }
}
