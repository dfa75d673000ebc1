import Contracts
import Foundation

/// All messages of an import, in the order in which they are sent.
struct ImportPlan: Sendable {
    let rows: RowSource
    let records: [ImportRecord]

    /// The messages of the files in a folder, in order of time, or shuffled by a seed.
    init(_ mapping: ImportMapping, folder: URL, shuffle seed: UInt64? = nil) throws(ImportError) {
        rows = try RowSource(mapping, folder: folder)
        var records: [ImportRecord] = []
        for (number, record) in mapping.records.enumerated() {
            for row in 0..<rows.count(of: record) {
                let values = try rows.values(record, row: row)
                for (index, event) in record.events.enumerated() where event.condition.holds(values) {
                    let place = rows.place(record, row: row)
                    guard case .moment(let time) = values[event.time] else {
                        throw ImportPlan.failure(
                            place, event, "has no time", remedy: "Give its 'time' an 'otherwise'.")
                    }
                    guard !event.id.fill(values).isEmpty else {
                        throw ImportPlan.failure(
                            place, event, "has no id", remedy: "Use columns that are never empty.")
                    }
                    records.append(
                        ImportRecord(
                            time: time, row: UInt32(row), sequence: UInt32(records.count), record: UInt16(number),
                            event: UInt16(index), order: UInt16(event.order)))
                }
            }
        }
        if let seed {
            var generator = SeededGenerator(seed: seed)
            records.shuffle(using: &generator)
        } else {
            records.sort { $0.precedes($1) }
        }
        self.records = records
    }

    /// The event of a record.
    func event(of record: ImportRecord) -> EventMapping {
        rows.mapping.records[Int(record.record)].events[Int(record.event)]
    }

    /// Appends the CloudEvent of a record and returns its id.
    @discardableResult
    func append(
        _ record: ImportRecord, _ encoder: EventEncoder, to bytes: inout [UInt8],
    ) throws(ImportError) -> String {
        let event = event(of: record)
        let values = try rows.values(rows.mapping.records[Int(record.record)], row: Int(record.row))
        // The plan holds no record without an id.
        let id = event.id.fill(values).text ?? ""
        encoder.append(event, id: id, time: record.time, values, to: &bytes)
        return id
    }

    private static func failure(
        _ place: (file: String, line: Int), _ event: EventMapping, _ what: String, remedy: String,
    ) -> ImportError {
        ImportError(
            file: place.file, line: place.line,
            "The message '\(event.name)' (line \(event.line) of the mapping) \(what).", remedy: remedy)
    }
}
