/// What a service says of itself at `/status`.
struct ServiceStatus: Decodable, Sendable, Equatable {
    /// Numbers that only grow.
    struct Totals: Decodable, Sendable, Equatable {
        var consumed: Int
        var published: Int
        var fired: Int
    }

    var inFlight: Int
    var unconfirmed: Int
    var outbox: Int
    var retries: Int
    var dueTimers: Int
    var totals: Totals

    /// Whether nothing waits and nothing is in work.
    var isIdle: Bool {
        inFlight == 0 && unconfirmed == 0 && outbox == 0 && retries == 0 && dueTimers == 0
    }
}
