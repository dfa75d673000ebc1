import Contracts

/// Money that is to stand in the ledger for a cause: an amount from one account to another (INC-23).
///
/// What is to stand follows from the facts and from what the budgets gave; what changes is reversed and posted anew.
struct Entry: Hashable, Sendable {
    /// What it stands for.
    enum Kind: String, Sendable {
        /// A grant's money is set aside.
        case grantReserved = "grant-reserved"
        /// A claim is owed.
        case claimApproved = "claim-approved"
        /// A claim went out.
        case claimPaid = "claim-paid"
        /// A stipend is owed.
        case stipend
        /// A premium is owed, out of a budget line.
        case premium = "premium-budgeted"
        /// A stipend or premium went out.
        case payment
    }

    /// Derived from kind and cause.
    let id: Identifier
    let kind: Kind
    let contractor: Identifier
    let debit: String
    let credit: String
    let amount: Money
    /// The moment in the world that it belongs to.
    let valueAt: Timestamp

    /// An entry for a cause.
    init(
        _ kind: Kind, of cause: Identifier, about contractor: Identifier, from debit: String, to credit: String,
        _ amount: Money, value valueAt: Timestamp
    ) {
        id = Entry.id(kind, of: cause)
        self.kind = kind
        self.contractor = contractor
        self.debit = debit
        self.credit = credit
        self.amount = amount
        self.valueAt = valueAt
    }

    /// An entry as a row keeps it.
    init(
        id: Identifier, kind: Kind, contractor: Identifier, debit: String, credit: String, amount: Money,
        valueAt: Timestamp
    ) {
        self.id = id
        self.kind = kind
        self.contractor = contractor
        self.debit = debit
        self.credit = credit
        self.amount = amount
        self.valueAt = valueAt
    }

    /// The id of the entry of a cause.
    static func id(_ kind: Kind, of cause: Identifier) -> Identifier {
        .derived("ledger-entry", kind.rawValue, cause.description)
    }

    /// The posting that puts it into the ledger at a sequence.
    func posting(sequence: Int64, at now: Timestamp) -> Posting {
        Posting.make(
            kind.rawValue, of: id, sequence: sequence, from: debit, to: credit, amount: amount.minorUnits,
            unit: amount.currency, about: contractor, at: now, value: valueAt)
    }

    /// Whether it is the same money out of the same account into the same.
    func says(the other: Entry) -> Bool {
        debit == other.debit && credit == other.credit && amount == other.amount
    }
}
