import Contracts

/// Events of one routing key that were committed and wait for the broker's confirm: one message.
struct OutboxRow: Sendable {
    /// The writer whose row it is.
    let writer: Int64
    /// The id of its first event, UUIDv7.
    let id: Identifier
    /// Type and partition.
    let routingKey: String
    /// CloudEvents in JSON: one event in structured mode, or a batch.
    let body: [UInt8]
    /// How many events it holds.
    let events: Int
}

/// Names a row of the outbox.
struct OutboxKey: Sendable, Comparable {
    let writer: Int64
    let id: Identifier

    static func < (left: OutboxKey, right: OutboxKey) -> Bool { (left.writer, left.id) < (right.writer, right.id) }
}

extension OutboxRow {
    var key: OutboxKey { OutboxKey(writer: writer, id: id) }

    /// A row as it was read from the table.
    init(writer: Int64, id: Identifier, routingKey: String, body: [UInt8]) {
        let events = OutboxRow.isBatch(body) ? EventReader.count(inBatch: body) : 1
        self.init(writer: writer, id: id, routingKey: routingKey, body: body, events: events)
    }

    /// The row as it travels; a type that a service subscribes to must find its queue, or the topology is broken.
    var message: OutgoingMessage {
        OutgoingMessage(
            exchange: Topology.eventsExchange, routingKey: routingKey, body: body,
            contentType: OutboxRow.isBatch(body) ? Envelope.batchContentType : Envelope.structuredContentType,
            messageID: nil, mandatory: !Catalogue.isForOutsideOnly(routingKey: routingKey))
    }

    private static func isBatch(_ body: [UInt8]) -> Bool { body.first == UInt8(ascii: "[") }
}
