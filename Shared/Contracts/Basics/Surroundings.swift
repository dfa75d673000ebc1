/// What a program takes from the machine that it runs on: the passing of time, and chance.
///
/// Both are handed in, so that a simulation can repeat a run exactly. No rule sees either: rules are told the time.
public struct Surroundings: Sendable {
    /// Measures pauses.
    public var clock: any Clock<Duration>
    /// Draws keys, salts, ids and the length of pauses.
    public var chance: Chance

    /// The machine's own, unless told otherwise.
    public init(clock: any Clock<Duration> = ContinuousClock(), chance: Chance = Chance()) {
        self.clock = clock
        self.chance = chance
    }

    /// Returns after a time.
    ///
    /// - Throws: `CancellationError` when the task is cancelled meanwhile.
    public func pause(_ duration: Duration) async throws {
        try await clock.sleep(for: duration)
    }

    /// How long something has taken so far.
    public func stopwatch() -> @Sendable () -> Duration {
        Surroundings.stopwatch(clock)
    }

    private static func stopwatch<C: Clock<Duration>>(_ clock: C) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}
