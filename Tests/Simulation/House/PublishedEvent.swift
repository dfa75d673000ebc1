import Contracts
import Foundation
import Messaging

/// An event as the broker saw it.
struct PublishedEvent {
    let id: Identifier
    let type: String
    let service: String
    let body: [UInt8]
    /// What it says, without the envelope: two events of one type that say the same are one effect twice.
    let said: String

    init?(_ message: OutgoingMessage) {
        guard
            let object = try? JSONSerialization.jsonObject(with: Data(message.body)) as? [String: Any],
            let text = object["id"] as? String, let id = Identifier(text), let type = object["type"] as? String,
            let source = object["source"] as? String,
            let data = try? JSONSerialization.data(withJSONObject: object["data"] ?? [:], options: [.sortedKeys])
        else { return nil }
        self.id = id
        self.type = type
        service = source.split(separator: "/").last.map(String.init) ?? ""
        body = message.body
        said = String(decoding: data, as: UTF8.self)
    }
}
