/// How long messages took that came at an even pace.
struct LatencyResult: Codable, Sendable {
    /// Messages a second that were wanted, and that were sent.
    var rate: Double
    var sentPerSecond: Double
    var count: Int
    /// Messages whose event did not come back.
    var missing: Int
    var p50: Double
    var p99: Double
    var p999: Double
    var max: Double
    /// The machine's load of the last minute, at the end.
    var load: Double

    /// Milliseconds as they were measured, in any order.
    init(rate: Double, sentPerSecond: Double, missing: Int, milliseconds: [Double], load: Double) throws {
        let sorted = milliseconds.sorted()
        guard let last = sorted.last else { throw BenchError("no event came back") }
        // The nearest rank: a value that was measured, never one between two.
        func quantile(_ share: Double) -> Double {
            sorted[Swift.min(sorted.count, Swift.max(1, Int((share * Double(sorted.count)).rounded(.up)))) - 1]
        }
        self.rate = rate
        self.sentPerSecond = sentPerSecond
        count = sorted.count
        self.missing = missing
        p50 = quantile(0.5)
        p99 = quantile(0.99)
        p999 = quantile(0.999)
        max = last
        self.load = load
    }
}
