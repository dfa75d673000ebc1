import Contracts
import Database
import Messaging

/// A replica of a service in one of its lives.
final class Replica {
    let service: ServiceName
    let name: String
    private(set) var life: Int
    private(set) var hasEnded = false
    private var engine: RunningEngine?

    init(service: ServiceName, name: String) {
        self.service = service
        self.name = name
        life = 0
    }

    /// Whether it works, or is about to end in good order.
    var isUp: Bool { life != 0 && !hasEnded }

    /// Starts a new life.
    func start(_ life: Int, _ ground: Ground, _ broker: SimulatedBroker, _ chance: Chance, batchLimit: Int) throws {
        self.life = life
        hasEnded = false
        let scheduler = broker.scheduler
        let surroundings = Surroundings(clock: SimulatedClock(scheduler: scheduler), chance: chance)
        let database = Database(
            ground.configuration(of: service), logger: House.logger, surroundings: surroundings, conductor: scheduler)
        var configuration = EngineConfiguration()
        configuration.batchLimit = batchLimit
        configuration.outboxWindow = 40
        // Looking round for what others left behind is most of what idle replicas do.
        configuration.housekeepingInterval = .seconds(4)
        configuration.leaseInterval = .seconds(4)
        let engine = try House.engine(
            of: service,
            EngineParts(
                database: database, broker: ReplicaBroker(broker: broker, life: life), observer: NoObserver(),
                surroundings: surroundings,
                ids: IdentifierSource(random: chance, clock: { Replica.moment(scheduler.now) }),
                configuration: configuration))
        self.engine = engine
        nonisolated(unsafe) let replica = self
        scheduler.acting(as: life) {
            _ = Task {
                await engine.run()
                await database.close()
                replica.hasEnded = true
            }
        }
    }

    /// Asks it to end in good order.
    func stop() { engine?.stop() }

    /// It is no more.
    func ended() {
        hasEnded = true
        engine = nil
    }

    /// The hosts' time, in which ids are made.
    static func moment(_ nanoseconds: Int64) -> Timestamp {
        Timestamp(microseconds: 1_735_689_600_000_000 + nanoseconds / 1000)
    }
}
