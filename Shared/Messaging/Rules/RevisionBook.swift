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

    private var contents: [RecordKey: Identifier] = [:]
    private var owners: [Identifier: Identifier] = [:]

    /// A book in which nothing is known.
    public init() {}

    /// Notes a known revision; one without a contractor leaves open whose record it is.
    public mutating func note(_ key: RecordKey, content: Identifier, contractor: Identifier?) {
        contents[key] = content
        if let contractor { owners[key.record] = contractor }
    }

    /// Notes whose record it is, where none of the revisions asked for may be known.
    public mutating func note(owner contractor: Identifier, of record: Identifier) {
        owners[record] = contractor
    }

    /// Judges a revision; whoever takes it in notes it.
    public func verdict(_ key: RecordKey, content: Identifier, contractor: Identifier?) -> Verdict {
        if let owner = owners[key.record], owner != contractor {
            return .refused(.contractorChanged)
        }
        if let known = contents[key] {
            return known == content ? .repeated : .refused(.revisionConflict(key.revision))
        }
        return .fresh
    }
}
