/// What a look at the services found while they were at work for long.
struct EnduranceMinute: Codable, Sendable {
    /// Since the first message.
    var seconds: Double
    /// Messages that were sent so far.
    var sent: Int
    /// Credentials that came back so far.
    var credentials: Int
    /// By service.
    var memory: [String: ProcessMemory]
}
