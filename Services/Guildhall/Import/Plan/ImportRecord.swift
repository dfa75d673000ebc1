import Contracts

/// A message to be, by where it comes from: 24 bytes whatever its size.
struct ImportRecord: Sendable {
    /// When it happened.
    let time: Timestamp
    /// The row of the record's file.
    let row: UInt32
    /// Which comes first of those that are alike otherwise: files in the mapping's order, rows in the file's.
    let sequence: UInt32
    /// Which record of the mapping.
    let record: UInt16
    /// Which event of that record.
    let event: UInt16
    /// Which comes first on the same time.
    let order: UInt16

    /// Whether it comes before another one.
    func precedes(_ other: ImportRecord) -> Bool {
        if time != other.time { return time < other.time }
        return order == other.order ? sequence < other.sequence : order < other.order
    }
}
