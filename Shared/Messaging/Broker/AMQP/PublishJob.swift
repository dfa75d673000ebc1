/// The messages of one `publish` call, and what has become of them.
///
/// Unchecked: made by the calling task, then touched by the connection's thread alone; the promise carries the answer.
final class PublishJob: @unchecked Sendable {
    let messages: [OutgoingMessage]
    let promise = Promise<[PublishOutcome]>()
    /// The channel's sequence number of the first message, once it was sent.
    var firstSequence: UInt64 = 0
    /// Messages sent so far.
    var sent = 0
    /// What the promise will carry; right from the start for messages that go well.
    var outcomes: [PublishOutcome]
    var settled: [Bool]
    var unsettled: Int
    /// All messages before this one are settled by an answer that covered several.
    var cursor = 0

    init(_ messages: [OutgoingMessage]) {
        self.messages = messages
        outcomes = Array(repeating: .confirmed, count: messages.count)
        settled = Array(repeating: false, count: messages.count)
        unsettled = messages.count
    }
}
