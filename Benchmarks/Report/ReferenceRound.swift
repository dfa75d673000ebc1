/// What the reference loop in C prints at its end, or what several of them in a chain come to.
struct ReferenceRound: Codable, Sendable {
    var n: Int
    /// From the first message taken to the last outbox row deleted.
    var secs: Double
    /// Processor seconds of the loop.
    var cpu: Double
    /// What the broker and the database used meanwhile; the loop does not know it.
    var usage: Usage?

    var messagesPerSecond: Double { Double(n) / secs }
}

/// What the reference loop's reader prints of events that came at an even pace.
struct ReferenceLatency: Codable, Sendable {
    var got: Int
    var p50: Double
    var p99: Double
    var max: Double

    private enum CodingKeys: String, CodingKey {
        case got
        case p50 = "p50_ms"
        case p99 = "p99_ms"
        case max = "max_ms"
    }
}
