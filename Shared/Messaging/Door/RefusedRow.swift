import Contracts
import Database

/// A refused message as it is kept for inspection: the reason, and what is left of the message.
struct RefusedRow {
    let source: String
    let messageID: String
    let type: String
    let brokerUser: String?
    let refusal: Refusal
    let size: Int
    let digest: [UInt8]
    let body: [UInt8]?

    init(_ message: RefusedMessage, _ arrival: Arrival, body: [UInt8]?) {
        source = message.source
        messageID = message.messageID
        type = message.type
        brokerUser = arrival.brokerUser
        refusal = message.refusal
        size = arrival.size
        digest = arrival.digest
        self.body = body
    }

    static func insert(_ rows: [RefusedRow], _ statement: Statement) -> Call {
        let sorted = rows.sorted { ($0.source, $0.messageID) < ($1.source, $1.messageID) }
        return Call(
            statement,
            [
                .texts(sorted.map(\.source)), .texts(sorted.map(\.messageID)), .texts(sorted.map(\.type)),
                .texts(sorted.map(\.brokerUser)), .texts(sorted.map(\.refusal.code)),
                .texts(sorted.map(\.refusal.path)), .texts(sorted.map(\.refusal.message)),
                .int8s(sorted.map { Int64($0.size) }), .byteas(sorted.map(\.digest)), .byteas(sorted.map(\.body)),
            ])
    }
}
