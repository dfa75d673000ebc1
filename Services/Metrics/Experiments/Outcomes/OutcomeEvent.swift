import Contracts
import Database

/// Something that happened to somebody who met a variant, as the facts tell it.
struct OutcomeEvent: Equatable, Sendable {
    /// Who stands for the linked contractors.
    let person: Identifier
    let at: Timestamp
    /// When it was due, ended or wanted, by the kind of event.
    let until: Timestamp?
    /// When it was done.
    let done: Timestamp?
    /// Errors, millionths of a scale, or whether something holds.
    let amount: Int64
    /// What the amount is a part of.
    let whole: Int64

    init(
        person: Identifier, at: Timestamp, until: Timestamp? = nil, done: Timestamp? = nil, amount: Int64 = 0,
        whole: Int64 = 0
    ) {
        self.person = person
        self.at = at
        self.until = until
        self.done = done
        self.amount = amount
        self.whole = whole
    }

    init(_ row: Row) throws {
        self.init(
            person: try row.identifier(0), at: try row.timestamp(1), until: try row.optionalTimestamp(2),
            done: try row.optionalTimestamp(3), amount: try row.int64(4), whole: try row.int64(5))
    }
}
