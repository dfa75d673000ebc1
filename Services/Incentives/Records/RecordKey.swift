import Contracts

/// A revision of an outside record: the record's derived id and the revision's number.
struct RecordKey: Hashable, Comparable, Sendable {
    let record: Identifier
    let revision: Int64

    static func < (left: RecordKey, right: RecordKey) -> Bool {
        left.record == right.record ? left.revision < right.revision : left.record < right.record
    }
}
