import Contracts
import Database

/// Counts outside messages as received: every delivery once, a redelivery of something already applied not again.
///
/// One that is set aside for another attempt or for a person is counted by its row there, and here once that is gone; so
/// when the broker hands it out again meanwhile, it is not counted for that.
enum Tally {
    private struct Key: Hashable, Comparable {
        let source: String
        let type: String

        static func < (left: Key, right: Key) -> Bool {
            left.source == right.source ? left.type < right.type : left.source < right.source
        }
    }

    static func call(
        _ arrivals: [Arrival], _ opened: Prelude.Opened, parked: Set<Identifier>, replica: String,
        _ statement: Statement
    ) -> Call? {
        var counts: [Key: Int64] = [:]
        func add(_ position: Int) {
            switch arrivals[position].content {
            case .item(let item) where item.origin == .inbound && !parked.contains(item.id):
                counts[Key(source: item.source, type: item.type.name), default: 0] += 1
            case .refused(let message):
                counts[Key(source: message.tallySource, type: message.tallyType), default: 0] += 1
            case .item, .unreadable: break
            }
        }
        opened.fresh.filter { !isAside(arrivals[$0], opened) }.forEach(add)
        opened.duplicates.filter { !arrivals[$0].mayBeApplied }.forEach(add)
        if counts.isEmpty { return nil }
        let keys = counts.keys.sorted()
        return Call(
            statement,
            [
                .text(replica), .texts(keys.map(\.source)), .texts(keys.map(\.type)),
                .int8s(keys.map { counts[$0] ?? 0 }),
            ])
    }

    private static func isAside(_ arrival: Arrival, _ opened: Prelude.Opened) -> Bool {
        guard !opened.aside.isEmpty, let key = arrival.retryKey else { return false }
        return arrival.mayBeApplied && !arrival.fromRetry && opened.aside.contains(key)
    }
}

extension RefusedMessage {
    /// The source for the tally: what a stranger claims to be is counted in one row, so that nobody can grow the table.
    var tallySource: String {
        refusal.code == "unregistered-source" || refusal.code == "missing-user" ? "" : source
    }

    /// The type for the tally, likewise.
    var tallyType: String {
        Catalogue.contract(named: type) == nil ? "" : type
    }
}
