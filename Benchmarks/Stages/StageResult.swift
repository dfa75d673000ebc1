/// What one service made of a full queue.
struct StageResult: Codable, Sendable {
    var stage: BenchStage
    var messages: Int
    /// From the first messages taken to an empty queue and an empty outbox.
    var seconds: Double
    /// Events that it published meanwhile.
    var published: Int
    var usage: Usage
    var memory: ProcessMemory

    var messagesPerSecond: Double { Double(messages) / seconds }
}
