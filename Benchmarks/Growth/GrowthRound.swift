/// A stage on tables that held rows before.
struct GrowthRound: Codable, Sendable {
    var stage: String
    /// Rows a table before, as they were filled in; the rounds add to them.
    var rows: Int
    var result: StageResult
    /// The reference loop that took its turn before it; nil where its source is not there.
    var reference: ReferenceRound?
    var blocksRead: Int64
    var blocksHit: Int64
    /// Whole pages in the log.
    var fullPages: Int64
    /// Rows at the end that no longer count, in all tables of the service.
    var dead: Int64
    /// How often autovacuum was done with one of them meanwhile.
    var autovacuums: Int64
    /// Of all tables of the service at the end.
    var tableBytes: Int64
    var indexBytes: Int64
    var sharedBuffers: String

    /// By the reference loop of its turn.
    var ratio: Double? { reference.map { result.messagesPerSecond / $0.messagesPerSecond } }
}
