/// What several replicas of a service made of full queues.
struct DrainResult: Codable, Sendable {
    /// What each replica used of the servers.
    struct Links: Codable, Sendable {
        /// Connections to the database or to the pooler in front of it.
        var database: Int
        var broker: Int
        var channels: Int
    }

    var service: String
    var replicas: Int
    /// Whether the replicas reached the database through a pooler.
    var pooled: Bool
    /// Messages of the measured time; what replicas and their buffers held before is not counted.
    var messages: Int
    var seconds: Double
    /// Messages done by each replica, from the first to the last.
    var shares: [Int]
    /// The services' processor seconds stand under their own name, all replicas together.
    var usage: Usage
    /// Of each replica.
    var links: [Links]
    /// Sessions of the service at the server.
    var sessions: Int
    /// By how much the database has grown for each message, tables and indexes.
    var storedBytes: Double

    var messagesPerSecond: Double { Double(messages) / seconds }
}
