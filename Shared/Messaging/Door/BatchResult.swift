import Contracts

/// What one committed batch leaves to be done outside the database.
struct BatchResult: Sendable {
    /// Committed events, to be published.
    var outbox: [OutboxRow] = []
    /// Answers to those who asked.
    var answers: [IntakeAnswer] = []
    /// What was answered to commands, by their ids.
    var replies: [Identifier: any Payload] = [:]
    /// What to count.
    var counts = BatchCounts()
    /// When the oldest of Guildhall's own messages of the batch was sent.
    var oldestSent: Timestamp?
    /// The earliest timer that the batch set, if any.
    var earliestTimer: Timestamp?
}

/// What a batch did, in numbers.
struct BatchCounts: Sendable {
    var applied = 0
    var duplicates = 0
    var refused: [String: Int] = [:]
    var parked: [String: Int] = [:]
    var consumed: [EventType: Int] = [:]
}

/// The outcome of one inbound message, for the publisher who asked.
struct IntakeAnswer: Sendable {
    var address: AnswerAddress
    var source: String
    var messageID: String
    /// `accepted`, `refused` or `duplicate`.
    var outcome: String
    var refusal: Refusal?
    /// The answer to a question, as a whole event.
    var reply: [UInt8]?
}
