import Contracts

/// An event that was committed and waits for the broker's confirm.
struct OutboxRow: Sendable {
    /// The writer whose row it is.
    let writer: Int64
    /// The message's id, UUIDv7.
    let id: Identifier
    /// Type and partition.
    let routingKey: String
    /// CloudEvents, structured JSON.
    let body: [UInt8]
}
