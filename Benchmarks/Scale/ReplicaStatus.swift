/// What one of several replicas says of itself at `/status`.
struct ReplicaStatus: Decodable, Sendable {
    /// How many partitions it holds.
    var partitions: Int
    var intakeSubscribed: Bool
    var eventsSubscribed: Bool
    var inFlight: Int
    var unconfirmed: Int
    var outbox: Int
    var totals: ServiceStatus.Totals

    /// Whether it has nothing in work and nothing to publish.
    var isIdle: Bool { inFlight == 0 && unconfirmed == 0 && outbox == 0 }
}
