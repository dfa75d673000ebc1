import Contracts
import Database

/// How an outside message is known for ever.
struct IntakeKey: Hashable, Comparable {
    let source: String
    let id: String

    static func < (left: IntakeKey, right: IntakeKey) -> Bool {
        left.source == right.source ? left.id < right.id : left.source < right.source
    }
}

/// A row of the intake: an outside message with what became of it.
struct IntakeRow {
    /// What became of a message.
    enum Outcome: Int32 {
        case accepted = 0
        case refused = 1
        case repeated = 2
    }

    let key: IntakeKey
    let type: String
    let outcome: Outcome
    let reason: String?

    /// The rows of a batch, each key once as it came first; sorted, so that two replicas never wait for each other in a
    /// circle.
    static func rows(of arrivals: [Arrival]) -> [IntakeRow] {
        var rows: [IntakeRow] = []
        for arrival in arrivals {
            switch arrival.content {
            case .item(let item) where item.origin == .inbound:
                rows.append(
                    IntakeRow(
                        key: IntakeKey(source: item.source, id: item.messageID), type: item.type.name,
                        outcome: .accepted, reason: nil))
            case .refused(let message):
                rows.append(
                    IntakeRow(
                        key: IntakeKey(source: message.source, id: message.messageID), type: message.type,
                        outcome: .refused, reason: message.refusal.code))
            case .item, .unreadable: break
            }
        }
        let order = rows.indices.sorted { (rows[$0].key, $0) < (rows[$1].key, $1) }
        var unique: [IntakeRow] = []
        unique.reserveCapacity(rows.count)
        for position in order where unique.last?.key != rows[position].key { unique.append(rows[position]) }
        return unique
    }

    static func insert(_ rows: [IntakeRow], _ statement: Statement) -> Call {
        Call(
            statement,
            [
                .texts(rows.map(\.key.source)), .texts(rows.map(\.key.id)), .texts(rows.map(\.type)),
                .int4s(rows.map(\.outcome.rawValue)), .texts(rows.map(\.reason)),
            ])
    }
}
