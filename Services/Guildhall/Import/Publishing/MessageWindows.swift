import Contracts
import Messaging

/// Cuts a plan into messages, and the messages into windows.
struct MessageWindows: Sendable {
    let plan: ImportPlan
    let encoder: EventEncoder
    /// How many events one message holds at most; 1 is one event a message.
    let batch: Int
    /// How many records a window covers.
    let size: Int
    /// Whether the order of the records is kept.
    let ordered: Bool
    /// How many records of the plan are sent.
    let end: Int
    /// The broker user, which every message carries.
    let user: String?

    /// No batch grows beyond this many bytes: receivers refuse messages over 256 KiB unless told otherwise.
    private static let largestBatch = 192 << 10

    /// The window that begins at a record, or nil at the end.
    ///
    /// In order, a batch holds records of one type and time only, so that no message overtakes another. Shuffled
    /// records have no order to keep, and a window is sorted into batches by type.
    func window(from start: Int) throws(ImportError) -> MessageWindow? {
        guard start < end else { return nil }
        let stop = min(start + size, end)
        var messages: [OutgoingMessage] = []
        var open: [String: Batch] = [:]
        var openOrder: [String] = []
        var lastTime: Timestamp?
        var lastType: String?
        for record in plan.records[start..<stop] {
            let type = plan.event(of: record).type
            if ordered, record.time != lastTime || type != lastType { flush(&open, &openOrder, into: &messages) }
            lastTime = record.time
            lastType = type
            if open[type] == nil {
                open[type] = Batch()
                openOrder.append(type)
            }
            var event: [UInt8] = []
            let id = try plan.append(record, encoder, to: &event)
            if let full = open[type], full.bytes.count + event.count > MessageWindows.largestBatch {
                messages.append(message(type, full))
                open[type] = Batch()
            }
            open[type, default: Batch()].append(event, id: id)
            if let full = open[type], full.count >= batch {
                messages.append(message(type, full))
                open[type] = Batch()
            }
        }
        flush(&open, &openOrder, into: &messages)
        return MessageWindow(messages: messages, end: stop)
    }

    private struct Batch {
        var bytes: [UInt8] = []
        var count = 0
        var firstID = ""

        mutating func append(_ event: [UInt8], id: String) {
            if count == 0 { firstID = id } else { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: event)
            count += 1
        }
    }

    private func flush(_ open: inout [String: Batch], _ order: inout [String], into messages: inout [OutgoingMessage]) {
        for type in order {
            if let batch = open[type], batch.count > 0 { messages.append(message(type, batch)) }
        }
        open.removeAll(keepingCapacity: true)
        order.removeAll(keepingCapacity: true)
    }

    private func message(_ type: String, _ batch: Batch) -> OutgoingMessage {
        let single = self.batch == 1
        return OutgoingMessage(
            exchange: Topology.inboundExchange,
            routingKey: type,
            body: single ? batch.bytes : [UInt8(ascii: "[")] + batch.bytes + [UInt8(ascii: "]")],
            contentType: single ? "application/cloudevents+json" : "application/cloudevents-batch+json",
            messageID: single ? batch.firstID : nil,
            userID: user,
            mandatory: true)
    }
}
