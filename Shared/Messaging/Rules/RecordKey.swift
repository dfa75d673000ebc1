import Contracts

/// A revision of an outside record.
///
/// A record is known by its derived id, which holds its source, and by the revision's number; keys sort by record, then
/// by revision.
public struct RecordKey: Hashable, Comparable, Sendable {
    /// The record's derived id.
    public let record: Identifier
    /// The revision's number, as its source counts.
    public let revision: Int64

    /// A key of its parts.
    public init(record: Identifier, revision: Int64) {
        self.record = record
        self.revision = revision
    }

    /// Whether the left key sorts first: by record, then by revision.
    public static func < (left: RecordKey, right: RecordKey) -> Bool {
        left.record == right.record ? left.revision < right.revision : left.record < right.record
    }
}
