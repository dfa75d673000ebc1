/// How partitions went from one replica to another under a steady load.
struct HandoverResult: Codable, Sendable {
    enum Kind: String, Codable, CaseIterable, Sendable {
        case quiet
        case join
        case leave
        case kill
    }

    var kind: Kind
    /// Messages a second that were sent.
    var rate: Double
    /// Living replicas before and after.
    var before: Int
    var after: Int
    /// Partitions that changed hands.
    var moved: Int
    /// Seconds from the start or the signal until the lease rows said so.
    var heldSeconds: Double
    /// Seconds until an event of each of them was received that its new holder had to thank for.
    var consumedSeconds: Double
    /// The longest time between two events of one moved partition, as their reader saw it.
    var longestGap: Double
    /// The longest that an event of a moved partition took from its due moment to its reader.
    var longestWait: Double
    /// Seconds until the leaving process had ended.
    var endedSeconds: Double?
}
