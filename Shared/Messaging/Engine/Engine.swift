import Contracts
import Crypto
import Database
import Logging

/// Runs a service's rules: consumes, decides, publishes, fires timers, tries again, sweeps and seals, until it is told to
/// stop; then it finishes what is in work and hands over what it holds.
public struct Engine<Rules: ServiceRules>: Sendable {
    /// What an engine stands on.
    public struct Parts: Sendable {
        /// The service's pool, under the service's role.
        public var database: Database
        /// The broker, as the service's user.
        public var broker: any Broker
        /// The broker, as the user that may do nothing but answer.
        public var answers: any Broker
        /// 32 bytes that seal the keys of kept bodies.
        public var bodyKey: [UInt8]
        /// 32 bytes: the Ed25519 seed that seals the audit trail.
        public var auditKey: [UInt8]
        /// Takes what there is to tell.
        public var observer: any EngineObserver
        /// Where to log.
        public var logger: Logger
        /// Time and chance.
        public var surroundings: Surroundings
        /// Makes message ids.
        public var ids: IdentifierSource

        /// Parts of an engine.
        public init(
            database: Database, broker: any Broker, answers: any Broker, bodyKey: [UInt8], auditKey: [UInt8],
            observer: any EngineObserver, logger: Logger, surroundings: Surroundings = Surroundings(),
            ids: IdentifierSource? = nil
        ) {
            self.database = database
            self.broker = broker
            self.answers = answers
            self.bodyKey = bodyKey
            self.auditKey = auditKey
            self.observer = observer
            self.logger = logger
            self.surroundings = surroundings
            self.ids = ids ?? IdentifierSource(random: surroundings.chance)
        }
    }

    /// What the engine is doing.
    public let status = EngineStatus()
    /// The published programmes.
    public let programmes: ProgrammeSource

    private let parts: Parts
    private let configuration: EngineConfiguration
    private let stopSignal = StopSignal()
    private let alarm: Alarm
    private let writer: Writer
    private let relay: Relay
    private let answerer: Answerer
    private let vault: BodyVault
    private let runner: BatchRunner<Rules>
    private let retries: RetryStore
    private let auditKey: Curve25519.Signing.PrivateKey

    /// An engine that does not run yet.
    ///
    /// - Throws: when the audit key is not 32 bytes.
    public init(_ rules: Rules, _ parts: Parts, _ configuration: EngineConfiguration = EngineConfiguration()) throws {
        let service = Rules.service
        self.parts = parts
        self.configuration = configuration
        auditKey = try Curve25519.Signing.PrivateKey(rawRepresentation: parts.auditKey)
        programmes = ProgrammeSource()
        vault = BodyVault(
            service: service, database: parts.database, masterKey: parts.bodyKey, chance: parts.surroundings.chance)
        writer = Writer(database: parts.database, ids: parts.ids, logger: parts.logger)
        relay = Relay(
            service: service, broker: parts.broker, database: parts.database, status: status,
            observer: parts.observer, window: configuration.outboxWindow, rest: configuration.rest,
            surroundings: parts.surroundings, logger: parts.logger)
        answerer = Answerer(broker: parts.answers, surroundings: parts.surroundings, logger: parts.logger)
        retries = RetryStore(
            service: service, database: parts.database, vault: vault, attempts: configuration.attempts)
        let door = Door(
            rules: rules, database: parts.database, programmes: programmes, vault: vault, writer: writer,
            ids: parts.ids, replica: service.rawValue)
        let alarm = Alarm(parts.surroundings)
        self.alarm = alarm
        runner = BatchRunner(
            door: door, relay: relay, answerer: answerer, retries: retries, observer: parts.observer,
            surroundings: parts.surroundings, logger: parts.logger, timerSet: { _ in Task { await alarm.ring() } })
    }

    /// Carries commands through the door, one a call, each committed when the call returns.
    public var commands: CommandDoor {
        CommandDoor { [runner, ids = parts.ids] command in
            let id = ids.next(1)[0]
            return try await runner.command(
                Item(
                    id: id, origin: .command, type: command.type, source: command.source, messageID: id.description,
                    contractor: command.contractor, time: Timestamp(microseconds: id.microseconds),
                    correlation: id.description, payload: command.payload))
        }
    }

    /// What waits in the service's tables; timers that are found due are looked after at once.
    ///
    /// Whoever moves a virtual clock and then asks need not wait until the timers are looked after by themselves.
    public func snapshot() async throws -> EngineSnapshot {
        let snapshot = try await EngineSnapshot(of: Rules.service, in: parts.database)
        if snapshot.dueTimers > 0 { await alarm.ring() }
        return snapshot
    }

    /// Tells the engine to finish what is in work; ``run()`` returns when that is done.
    public func stop() {
        stopSignal.stop()
    }

    /// Runs until ``stop()``; connects again whenever the broker or the database was away.
    public func run() async {
        await attempting("start") { try await writer.renew() }
        await withTaskGroup(of: Void.self) { outer in
            outer.addTask { await relay.run() }
            outer.addTask { await answerer.run() }
            await withTaskGroup(of: Void.self) { consumers in
                addConsumers(to: &consumers)
                await withTaskGroup(of: Void.self) { background in
                    addBackground(to: &background)
                    await stopSignal.wait()
                    background.cancelAll()
                }
            }
            await relay.finish()
            await answerer.finish()
        }
        await writer.close()
    }

    private func declareTopology() async throws {
        try await parts.broker.apply(
            Topology.service(
                Rules.service, intake: Rules.intake.map(\.name), subscriptions: Rules.subscriptions.map(\.name)))
        if Rules.service == .onboarding { try await parts.broker.apply(Topology.unroutable) }
    }

    private func addConsumers(to group: inout TaskGroup<Void>) {
        let events = EventReader(service: Rules.service)
        let replica = parts.ids.next(1)[0]
        let leases = LeaseTable(
            service: Rules.service, database: parts.database, replica: replica, address: configuration.address,
            seconds: configuration.leaseSeconds)
        let partitions = PartitionConsumer(
            broker: parts.broker, leases: leases, runner: runner, reader: events, status: status,
            configuration: configuration, stop: stopSignal, surroundings: parts.surroundings, logger: parts.logger)
        group.addTask {
            await repeating("partitions") {
                // A broker that lost its queues gets them back.
                try await declareTopology()
                try await partitions.run()
            }
        }
        if Rules.intakeQueues.isEmpty { return }
        let intake = IntakeConsumer(
            broker: parts.broker, runner: runner, reader: inboundReader, status: status,
            configuration: configuration, stop: stopSignal, surroundings: parts.surroundings)
        group.addTask {
            await repeating("intake") {
                try await declareTopology()
                try await intake.run()
            }
        }
    }

    private func addBackground(to group: inout TaskGroup<Void>) {
        let timers = TimerLoop(
            database: parts.database, runner: runner, status: status, configuration: configuration, alarm: alarm)
        let retryLoop = RetryLoop(
            store: retries, vault: vault, runner: runner, inbound: inboundReader,
            events: EventReader(service: Rules.service), status: status, configuration: configuration,
            surroundings: parts.surroundings, logger: parts.logger)
        let sealer = Sealer(
            service: Rules.service, database: parts.database, key: auditKey,
            interval: configuration.housekeepingInterval, surroundings: parts.surroundings, logger: parts.logger)
        let housekeeping = Housekeeping(
            service: Rules.service, database: parts.database, writer: writer, relay: relay, status: status,
            interval: configuration.housekeepingInterval, surroundings: parts.surroundings)
        group.addTask { await repeating("timers") { try await timers.run() } }
        group.addTask { await repeating("retries") { try await retryLoop.run() } }
        group.addTask { await repeating("sealer") { try await sealer.run() } }
        group.addTask { await repeating("housekeeping") { try await housekeeping.run() } }
    }

    private var inboundReader: InboundReader {
        InboundReader(
            service: Rules.service, intake: Set(Rules.intake),
            registry: SourceRegistry(parts.database, parts.surroundings),
            limits: configuration.limits, keptOfTooLarge: configuration.keptOfTooLarge)
    }

    /// Does something again and again until it is time to stop, however often it fails.
    private func repeating(_ name: String, _ body: @Sendable () async throws -> Void) async {
        var backoff = Backoff(generator: parts.surroundings.chance)
        while !stopSignal.isStopped && !Task.isCancelled {
            let elapsed = parts.surroundings.stopwatch()
            do {
                try await body()
            } catch is CancellationError {
                return
            } catch {
                parts.logger.warning("\(name) begins again", metadata: ["error": "\(error)"])
            }
            if elapsed() > .seconds(30) { backoff.reset() }
            if stopSignal.isStopped { return }
            try? await parts.surroundings.pause(backoff.next())
        }
    }

    /// Does something until it succeeds once, or it is time to stop.
    private func attempting(_ name: String, _ body: @Sendable () async throws -> Void) async {
        var backoff = Backoff(generator: parts.surroundings.chance)
        while !stopSignal.isStopped && !Task.isCancelled {
            do {
                try await body()
                return
            } catch {
                parts.logger.warning("\(name) is tried again", metadata: ["error": "\(error)"])
                try? await parts.surroundings.pause(backoff.next())
            }
        }
    }
}
