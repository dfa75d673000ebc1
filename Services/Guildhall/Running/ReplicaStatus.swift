/// What a replica says of itself at `/status`.
struct ReplicaStatus: Codable, Sendable, Equatable {
    /// Numbers that only grow.
    struct Totals: Codable, Sendable, Equatable {
        var consumed: Int64
        var published: Int64
        var fired: Int64
    }

    var service: String
    var inFlight: Int64
    var unconfirmed: Int64
    var outbox: Int64
    var outboxOldestSeconds: Double
    var retries: Int64
    var parked: Int64
    var dueTimers: Int64
    var intakeSubscribed: Bool
    var eventsSubscribed: Bool
    var partitions: Int64
    var connected: Bool
    var blocked: Bool
    var returned: String?
    var totals: Totals

    /// Whether nothing waits and nothing is in work.
    var isIdle: Bool {
        inFlight == 0 && unconfirmed == 0 && outbox == 0 && retries == 0 && dueTimers == 0
    }
}
