import Contracts
import Foundation

/// What an import would send.
struct ImportPreview: Encodable, CustomStringConvertible {
    /// The messages of one type.
    struct Kind: Encodable {
        let type: String
        var count: Int
        /// The first of them, as JSON.
        let first: String
    }

    let records: Int
    let firstTime: String?
    let lastTime: String?
    let types: [Kind]

    init(_ plan: ImportPlan, _ encoder: EventEncoder, count: Int) throws(ImportError) {
        records = count
        var kinds: [String: Kind] = [:]
        var first: Timestamp?
        var last: Timestamp?
        for record in plan.records.prefix(count) {
            first = min(first ?? record.time, record.time)
            last = max(last ?? record.time, record.time)
            let type = plan.event(of: record).type
            if kinds[type] == nil {
                var bytes: [UInt8] = []
                try plan.append(record, encoder, to: &bytes)
                kinds[type] = Kind(type: type, count: 0, first: String(decoding: bytes, as: UTF8.self))
            }
            kinds[type]?.count += 1
        }
        firstTime = first.map(MomentText.text(of:))
        lastTime = last.map(MomentText.text(of:))
        types = kinds.values.sorted { $0.type < $1.type }
    }

    var description: String {
        var lines = ["\(Grouping.text(records)) events"]
        if let firstTime, let lastTime { lines[0] += ", from \(firstTime) to \(lastTime)" }
        for kind in types { lines += ["", "\(Grouping.text(kind.count))  \(kind.type)", "  \(kind.first)"] }
        return lines.joined(separator: "\n")
    }
}
