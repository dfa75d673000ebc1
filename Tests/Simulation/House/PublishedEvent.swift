import Contracts
import Foundation
import Messaging

/// An event as the broker saw it.
struct PublishedEvent {
    let id: Identifier
    let type: String
    let service: String
    /// The whole event, its members sorted by name.
    let body: [UInt8]
    /// What it says, without the envelope: two events of one type that say the same are one effect twice.
    let said: String

    /// The events of a message, one or a batch; nil when one of them is none.
    static func all(of message: OutgoingMessage) -> [PublishedEvent]? {
        let read = try? JSONSerialization.jsonObject(with: Data(message.body))
        let isBatch = message.contentType == Envelope.batchContentType
        guard let objects = isBatch ? read as? [[String: Any]] : (read as? [String: Any]).map({ [$0] }) else {
            return nil
        }
        let events = objects.compactMap(PublishedEvent.init)
        return events.isEmpty || events.count < objects.count ? nil : events
    }

    private init?(_ object: [String: Any]) {
        guard
            let text = object["id"] as? String, let id = Identifier(text), let type = object["type"] as? String,
            let source = object["source"] as? String,
            let data = try? JSONSerialization.data(withJSONObject: object["data"] ?? [:], options: [.sortedKeys]),
            let whole = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
        else { return nil }
        self.id = id
        self.type = type
        service = source.split(separator: "/").last.map(String.init) ?? ""
        body = Array(whole)
        said = String(decoding: data, as: UTF8.self)
    }
}
