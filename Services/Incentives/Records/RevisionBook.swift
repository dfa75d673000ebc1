import Contracts
import Messaging

/// Which revisions of which records are known, and what a further one is to them.
///
/// A record is known by (source, id, revision) for ever, under whatever message id it comes: delta files repeat
/// unchanged rows. The same revision with another content is a mistake of its source that nobody here can resolve, and
/// a record cannot move to another contractor, whose facts another batch may be deciding on.
struct RevisionBook: Sendable {
    /// What a revision is to what is known.
    enum Verdict: Equatable {
        case fresh
        case repeated
        case refused(Refusal)
    }

    private var contents: [RecordKey: Identifier] = [:]
    private var owners: [Identifier: Identifier] = [:]

    /// Notes a known revision.
    mutating func note(_ key: RecordKey, content: Identifier, contractor: Identifier?) {
        contents[key] = content
        if let contractor { owners[key.record] = contractor }
    }

    /// Notes whose record it is, where none of the revisions asked for may be known.
    mutating func note(owner contractor: Identifier, of record: Identifier) {
        owners[record] = contractor
    }

    /// Judges a revision; whoever takes it in notes it.
    func verdict(_ key: RecordKey, content: Identifier, contractor: Identifier?) -> Verdict {
        if let owner = owners[key.record], owner != contractor {
            return .refused(.contractorChanged)
        }
        if let known = contents[key] {
            return known == content ? .repeated : .refused(.revisionConflict(key.revision))
        }
        return .fresh
    }
}

extension Refusal {
    static let contractorChanged = Refusal(
        code: "contractor-changed", path: "data.person.workerId",
        message: "This record was about another worker before; send it under a new record id.")

    static func revisionConflict(_ revision: Int64) -> Refusal {
        Refusal(
            code: "revision-conflict", path: "data.revision",
            message: "Revision \(revision) of this record is known with another content; send the change under a "
                + "higher revision.")
    }
}
