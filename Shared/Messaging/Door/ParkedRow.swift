import Contracts
import Database

/// A message that is set aside for a person, since trying again cannot help.
struct ParkedRow {
    let id: Identifier
    let partition: Int32
    let type: String
    let source: String
    let messageID: String
    let inbound: Bool
    /// Whose key seals the body.
    let scope: String
    let body: [UInt8]
    let reason: String

    init(
        id: Identifier, partition: Int32, type: String, source: String, messageID: String, inbound: Bool,
        scope: String, body: [UInt8], reason: String
    ) {
        self.id = id
        self.partition = partition
        self.type = type
        self.source = source
        self.messageID = messageID
        self.inbound = inbound
        self.scope = scope
        self.body = body
        self.reason = reason
    }

    init(_ item: Item, body: [UInt8], reason: String) {
        self.init(
            id: item.id, partition: Int32(item.partition.number), type: item.type.name, source: item.source,
            messageID: item.messageID, inbound: item.origin == .inbound,
            scope: item.bodyScope, body: body, reason: reason)
    }

    static func insert(_ rows: [ParkedRow], _ statement: Statement) -> Call {
        let sorted = rows.sorted { $0.id < $1.id }
        return Call(
            statement,
            [
                .uuids(sorted.map(\.id)), .int4s(sorted.map(\.partition)), .texts(sorted.map(\.type)),
                .texts(sorted.map(\.source)), .texts(sorted.map(\.messageID)), .bools(sorted.map(\.inbound)),
                .texts(sorted.map(\.scope)), .byteas(sorted.map(\.body)), .texts(sorted.map(\.reason)),
            ])
    }
}
