import Contracts
import Messaging
import Programmes
import ServiceRuntime

/// Plays a season: moves the clock to the next act or timer, says what is said then, and waits until all is worked off.
struct RehearsalRun {
    /// How the messages of one moment are delivered.
    enum Delivery: Sendable {
        /// Each once, in order.
        case inOrder
        /// Each twice, in an order that a seed draws.
        case twiceShuffled(seed: UInt64)
    }

    let context: OperatorContext
    private(set) var season: Season
    private(set) var manager: SeasonManager?
    let delivery: Delivery
    let display: ProgressDisplay
    private let world: SeasonWorld
    private var desk: SeasonDesk
    private var generator: SeededGenerator

    init(context: OperatorContext, season: Season, delivery: Delivery, display: ProgressDisplay) {
        self.context = context
        self.season = season
        manager = season.manager
        self.delivery = delivery
        self.display = display
        world = SeasonWorld(context, season)
        desk = SeasonDesk(season)
        if case .twiceShuffled(let seed) = delivery {
            generator = SeededGenerator(seed: seed)
        } else {
            generator = SeededGenerator(seed: 0)
        }
    }

    /// Plays the season to its end; how many messages were published.
    mutating func play() async throws -> Int {
        let clock = RehearsalClock(database: context.database)
        let settling = RehearsalSettling(context)
        guard let start = try await clock.now() else {
            throw RehearsalError(
                "The suite runs on real time, in which a season cannot be rehearsed: run 'make demo', which starts one "
                    + "on a virtual clock.")
        }
        guard start <= SeasonCalendar.moment(0, .morning) else {
            throw RehearsalError(
                "The virtual clock stands at \(start), past the season's beginning; use a fresh suite.")
        }
        try await claimSource()
        try await settling.settle()
        let user = context.settings.brokerConfiguration.user
        let broker = context.broker
        let notice: @Sendable (String) -> Void = { [display] in display.notice($0) }
        var link = ImportLink(connect: { try await broker.publisher(name: "rehearsal") }, notice: notice)
        var published = 0
        let end = SeasonCalendar.moment(SeasonCalendar.days, .evening)
        while true {
            let timer = try await clock.nextTimer()
            guard let moment = [season.agenda.next, timer].compactMap({ $0 }).min(), moment <= end else { break }
            try await clock.move(to: moment)
            // What comes due at a moment is worked off before anything is said then: were they to race, what is told of
            // a clock that ends in the very minute in which the last step is taken would be a matter of luck.
            if timer == moment { try await settling.settle() }
            let acts = season.agenda.take(until: moment)
            try await world.refresh(&desk, for: acts)
            let messages = delivered(acts.flatMap { desk.sayings(for: $0, at: moment) }, as: user)
            if !messages.isEmpty { try await link.publish(messages) }
            published += messages.count
            try await settling.settle()
            if acts.contains(where: \.isLook) { try await look(on: moment.day) }
            display.show(SeasonCalendar.day(of: moment), of: SeasonCalendar.days, from: 0)
        }
        try await clock.move(to: end)
        try await settling.settle()
        display.show(SeasonCalendar.days, of: SeasonCalendar.days, from: 0)
        display.finish()
        await link.close()
        return published
    }

    private mutating func delivered(_ sayings: [Saying], as user: String) -> [OutgoingMessage] {
        let messages = sayings.map { $0.message(as: user) }
        switch delivery {
        case .inOrder: return messages
        case .twiceShuffled: return (messages + messages).shuffled(using: &generator)
        }
    }

    /// Looks at the experiment; once it is decided, the programme says so and the late ones are invited.
    private mutating func look(on day: Day) async throws {
        guard var manager else { return }
        let decision = try await manager.look(on: day, Metrics(context))
        self.manager = manager
        guard let decision else {
            return season.lookAgain(on: SeasonCalendar.day(of: Timestamp(day)) + 1)
        }
        let store = ProgrammeStore(database: context.database)
        guard let text = try await store.newestText(of: season.programme) else {
            throw RehearsalError("Programme \(season.programme) is no longer published.")
        }
        let decided = try RollOut.text(text, experiment: manager.plan.id, decision)
        _ = try await store.publish(season.programme, decided, by: decision.by)
        desk.meet(season.invite(following: decision))
    }

    private func claimSource() async throws {
        let registration = SourceRegistration(database: context.database)
        let user = context.settings.brokerConfiguration.user
        _ = try await registration.claim(SeasonWorker.source, for: user)
    }
}

extension Act {
    fileprivate var isLook: Bool {
        if case .look = self { true } else { false }
    }
}
