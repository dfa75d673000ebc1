import Messaging

/// Messages that are published together, and how far they lead.
struct MessageWindow: Sendable {
    /// In order.
    let messages: [OutgoingMessage]
    /// How many records of the plan are sent when all of them are confirmed.
    let end: Int
}
