import Contracts

/// Which revisions of which records are known, and what a further one is to them.
///
/// A record is known by (source, id, revision) for ever, under whatever message id it comes: delta files repeat
/// unchanged rows. The same revision with another content is a mistake of its source that nobody here can resolve, and
/// a record cannot move to another contractor, whose facts another batch may be deciding on.
public struct RevisionBook: Sendable {
    /// What a revision is to what is known.
    public enum Verdict: Equatable, Sendable {
        /// It is new.
        case fresh
        /// It is known with this content.
        case repeated
        /// It contradicts what is known.
        case refused(Refusal)
    }

    /// What is known of a record; of most one revision at most.
    private struct Record {
        var owner: Identifier?
        var first: (revision: Int64, content: Identifier)?
        var others: [Int64: Identifier] = [:]

        func content(of revision: Int64) -> Identifier? {
            if let first, first.revision == revision { return first.content }
            return others[revision]
        }

        mutating func note(_ revision: Int64, _ content: Identifier, _ contractor: Identifier?) {
            owner = contractor ?? owner
            if first == nil || first?.revision == revision {
                first = (revision, content)
            } else {
                others[revision] = content
            }
        }
    }

    private var records: [Identifier: Record] = [:]

    /// A book in which nothing is known.
    public init() {}

    /// Makes room for so many further records, so that the book does not grow while a batch is taken in.
    public mutating func expect(_ count: Int) {
        records.reserveCapacity(records.count + count)
    }

    /// Notes a known revision; one without a contractor leaves open whose record it is.
    public mutating func note(_ key: RecordKey, content: Identifier, contractor: Identifier?) {
        records[key.record, default: Record()].note(key.revision, content, contractor)
    }

    /// Notes whose record it is, where none of the revisions asked for may be known.
    public mutating func note(owner contractor: Identifier, of record: Identifier) {
        records[record, default: Record()].owner = contractor
    }

    /// Judges a revision; whoever takes it in notes it.
    public func verdict(_ key: RecordKey, content: Identifier, contractor: Identifier?) -> Verdict {
        guard let record = records[key.record] else { return .fresh }
        if let owner = record.owner, owner != contractor {
            return .refused(.contractorChanged)
        }
        if let known = record.content(of: key.revision) {
            return known == content ? .repeated : .refused(.revisionConflict(key.revision))
        }
        return .fresh
    }
}
