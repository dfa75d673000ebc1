import Contracts
import Database
import Logging

/// Brings committed events to the broker: publishes from memory, awaits the confirms, deletes the rows by key.
///
/// A batch waits in ``submit(_:)`` while too many events are unconfirmed, so memory is bounded and a slow broker slows
/// the consumers instead of filling the process. Rows that are left when the process ends are the sweep's.
actor Relay {
    private let service: ServiceName
    private let broker: any Broker
    private let database: Database
    private let status: EngineStatus
    private let observer: any EngineObserver
    private let window: Int
    private let rest: Duration
    private let surroundings: Surroundings
    private let logger: Logger
    private let statements: OutboxStatements

    private var waiting: [OutboxRow] = []
    private var unconfirmed = 0
    private var swept: Set<Identifier> = []
    /// Confirmed rows that are still in the table.
    private var undeleted: [OutboxKey] = []
    private var room: [CheckedContinuation<Void, Never>] = []
    private var arrival: CheckedContinuation<Void, Never>?
    private var isStopping = false

    init(
        service: ServiceName, broker: any Broker, database: Database, status: EngineStatus,
        observer: any EngineObserver, window: Int, rest: Duration, surroundings: Surroundings,
        logger: Logger
    ) {
        self.service = service
        self.broker = broker
        self.database = database
        self.status = status
        self.observer = observer
        self.window = window
        self.rest = rest
        self.surroundings = surroundings
        self.logger = logger
        statements = OutboxStatements(service)
    }

    /// Takes committed rows; returns as soon as there is room for them.
    func submit(_ rows: [OutboxRow]) async {
        if rows.isEmpty { return }
        while unconfirmed >= window && !isStopping {
            await withCheckedContinuation { room.append($0) }
        }
        let events = rows.eventCount
        unconfirmed += events
        status.submitted(events)
        waiting.append(contentsOf: rows)
        arrival?.resume()
        arrival = nil
    }

    /// Takes rows of a dead writer, those left out that are on their way already.
    func submitSwept(_ rows: [OutboxRow]) async {
        let fresh = rows.filter { swept.insert($0.id).inserted }
        await submit(fresh)
    }

    /// Publishes until it is told to stop and nothing waits any more.
    func run() async {
        let (confirmed, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.deleteConfirmed(confirmed) }
            await self.publishAll { continuation.yield() }
            continuation.finish()
        }
    }

    /// Lets ``run()`` return once everything submitted is confirmed and deleted.
    func finish() {
        isStopping = true
        arrival?.resume()
        arrival = nil
        room.forEach { $0.resume() }
        room = []
    }

    private func take() async -> [OutboxRow] {
        while waiting.isEmpty && !isStopping && !Task.isCancelled {
            await withTaskCancellationHandler {
                await withCheckedContinuation { arrival = $0 }
            } onCancel: {
                Task { await self.finish() }
            }
        }
        let group = Array(waiting.prefix(1000))
        waiting.removeFirst(group.count)
        return group
    }

    private func publishAll(_ confirmed: @Sendable () -> Void) async {
        var publisher: (any MessagePublisher)?
        var backoff = Backoff(generator: surroundings.chance)
        while true {
            var group = await take()
            if group.isEmpty { break }
            while !group.isEmpty && !Task.isCancelled {
                do {
                    let link: any MessagePublisher
                    if let publisher { link = publisher } else { link = try await connect() }
                    publisher = link
                    let outcomes = try await link.publish(group.map { $0.message })
                    let settled = zip(group, outcomes).filter { $0.1.isConfirmed }.map(\.0)
                    if let failure = outcomes.first(where: { !$0.isConfirmed }) {
                        status.gaveBack("\(failure)")
                        logger.error("the broker gave events back", metadata: ["outcome": "\(failure)"])
                    }
                    group = zip(group, outcomes).filter { !$0.1.isConfirmed }.map(\.0)
                    if !settled.isEmpty {
                        settle(settled)
                        confirmed()
                    }
                    if group.isEmpty { backoff.reset() } else { try await surroundings.pause(backoff.next()) }
                } catch is CancellationError {
                    break
                } catch {
                    logger.warning("publishing failed; connecting again", metadata: ["error": "\(error)"])
                    await publisher?.close()
                    publisher = nil
                    try? await surroundings.pause(backoff.next())
                }
            }
        }
        await publisher?.close()
    }

    private func connect() async throws -> any MessagePublisher {
        try await broker.publisher(name: "\(service.rawValue) outbox")
    }

    /// A small batch's rows cost a transaction as a large one's do, so they gather.
    private func deleteConfirmed(_ confirmed: AsyncStream<Void>) async {
        for await _ in confirmed {
            do {
                try await deleteLeftOvers()
                try await surroundings.pause(rest)
            } catch is CancellationError {
                return
            } catch {
                logger.warning(
                    "confirmed events stay in the outbox and will be swept", metadata: ["error": "\(error)"])
            }
        }
    }

    /// Deletes rows that are confirmed; those whose deletion failed, housekeeping tries once more.
    func deleteLeftOvers() async throws {
        let keys = undeleted.sorted()
        if keys.isEmpty { return }
        undeleted = []
        do {
            // A lost deletion only publishes a message again, and the inbox drops it; so nobody waits for the disk.
            _ = try await database.run([
                Call(Statement("SET LOCAL synchronous_commit = off")),
                Call(statements.delete, [.int8s(keys.map(\.writer)), .uuids(keys.map(\.id))]),
            ])
            if !swept.isEmpty { swept.subtract(keys.map(\.id)) }
        } catch {
            undeleted += keys
            throw error
        }
    }

    private func settle(_ rows: [OutboxRow]) {
        let count = rows.eventCount
        unconfirmed -= count
        undeleted += rows.map(\.key)
        status.confirmed(count)
        observer.published(count)
        let waiters = room
        room = []
        waiters.forEach { $0.resume() }
    }
}

extension [OutboxRow] {
    /// How many events the rows hold.
    fileprivate var eventCount: Int { reduce(0) { $0 + $1.events } }
}

extension PublishOutcome {
    /// Whether the broker has taken the message over.
    public var isConfirmed: Bool {
        if case .confirmed = self { true } else { false }
    }
}
