import Contracts

/// Events of one routing key on their way into one message: a CloudEvents batch when there are several.
///
/// A message costs the broker and the outbox as much as many events do (`docs/performance.md`).
struct EventBundle {
    /// Events in a message at most: what a consumer holds is its prefetch times this, within a bound of bytes.
    static let most = 32
    /// Bytes of a message that takes no further event, so that a message of several stays within one frame.
    static let full = 96 * 1024

    let routingKey: String
    private(set) var body: [UInt8]
    private(set) var events = 1
    /// The id of its first event.
    let id: Identifier

    init(_ id: Identifier, routingKey: String, _ event: [UInt8]) {
        self.id = id
        self.routingKey = routingKey
        body = event
    }

    var hasRoom: Bool { events < EventBundle.most && body.count < EventBundle.full }

    /// Adds an event, which `append` writes to the end of the bytes.
    mutating func add(_ append: (inout [UInt8]) -> Void) {
        if events == 1 {
            body.reserveCapacity(min(body.count * EventBundle.most, EventBundle.full) + 4096)
            body.insert(UInt8(ascii: "["), at: 0)
        } else {
            body.removeLast()
        }
        body.append(UInt8(ascii: ","))
        append(&body)
        body.append(UInt8(ascii: "]"))
        events += 1
    }
}
