import Contracts

extension Arrival {
    /// The key of the row that keeps it for another attempt; nil for one that nobody can read, which stays parked.
    var retryKey: Identifier? {
        switch content {
        case .item(let item): item.id
        case .refused(let message): .derived("message", message.source, message.messageID)
        case .unreadable: nil
        }
    }

    /// How an inbound message is known, readable or not; nil for all others.
    var intakeKey: IntakeKey? {
        switch content {
        case .item(let item): item.origin == .inbound ? IntakeKey(source: item.source, id: item.messageID) : nil
        case .refused(let message): IntakeKey(source: message.source, id: message.messageID)
        case .unreadable: nil
        }
    }
}

extension Item {
    /// Whose key seals a kept body: the contractor's, so that erasing the person makes it unreadable; else the source's.
    var bodyScope: String {
        contractor?.description ?? source
    }

    /// The partition of the contractor; 0 for an item about nobody.
    var partition: Partition {
        contractor.map { Partition(of: $0) } ?? Partition(number: 0)
    }
}
