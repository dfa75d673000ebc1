import Contracts
import Messaging

/// A report as it came, and what it is known by: that is asked for first, and its content written out only afterwards.
struct ToldReport {
    let id: Identifier
    let contractor: Identifier
    let engagement: Identifier?
    let record: any PersonalRecord
    let item: Item

    init(_ record: any PersonalRecord, _ item: Item, _ contractor: Identifier, engagement: String?) {
        id = .derived("report", item.type.name, item.source, record.id)
        self.contractor = contractor
        self.engagement = engagement.map { .engagement(source: item.source, id: $0) }
        self.record = record
        self.item = item
    }
}
