/// Growing pauses between attempts, spread over their whole range ("full jitter"), so that clients that lost the broker
/// together do not come back together.
public struct Backoff: Sendable {
    /// Upper end of the first pause.
    public let base: Duration
    /// Upper end of all pauses.
    public let cap: Duration
    /// Pauses taken since the last success.
    public private(set) var attempts = 0

    private var generator: any RandomNumberGenerator & Sendable

    /// Pauses from 0 to 100 ms at first, doubling up to 10 s unless told otherwise.
    public init(
        base: Duration = .milliseconds(100),
        cap: Duration = .seconds(10),
        generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(),
    ) {
        self.base = base
        self.cap = cap
        self.generator = generator
    }

    /// The upper end of the pause after this many failed attempts.
    public func ceiling(after attempts: Int) -> Duration {
        var ceiling = base
        for _ in 0..<attempts where ceiling < cap {
            ceiling = ceiling * 2
        }
        return min(ceiling, cap)
    }

    /// The pause before the next attempt.
    public mutating func next() -> Duration {
        let limit = ceiling(after: attempts)
        attempts += 1
        let nanoseconds = limit.components.seconds * 1_000_000_000 + limit.components.attoseconds / 1_000_000_000
        return .nanoseconds(Int64.random(in: 0...nanoseconds, using: &generator))
    }

    /// Starts again at the shortest pause, after a success.
    public mutating func reset() {
        attempts = 0
    }
}
