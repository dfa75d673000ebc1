/// How long to wait before a service is started again.
///
/// The first failure after a steady run costs next to nothing; a service that keeps failing costs one start in half a
/// minute. The pause is drawn from the upper half of its bound, so that services that fell together, because the broker
/// did, do not come back in step.
struct RestartPolicy: Sendable {
    /// Bound of the first pause.
    static let first = Duration.milliseconds(200)
    /// Bound that no pause exceeds.
    static let longest = Duration.seconds(30)
    /// A run of this length is steady: what failed before it is forgotten.
    static let steady = Duration.seconds(60)

    /// Ends in a row without a steady run between them.
    private(set) var failures = 0

    /// The pause after a run of a given length; `draw` is a number from 0 to 1.
    mutating func pause(afterRunning run: Duration, draw: Double) -> Duration {
        if run >= Self.steady { failures = 0 }
        let bound = min(Self.first * (1 << min(failures, 16)), Self.longest)
        failures += 1
        return bound * (0.5 + min(max(draw, 0), 1) / 2)
    }
}
