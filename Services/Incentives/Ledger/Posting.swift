import Contracts

/// One row of the ledger: an amount from one account to another, so that it balances by construction (INC-23).
///
/// A posting is never changed or removed. What turns out otherwise is reversed by a posting of its own.
struct Posting: Hashable, Sendable {
    /// The unit of uses of a premium; other units are ISO 4217 codes.
    static let premiumUse = "premium-use"

    /// Derived from the cause, so that the same cause never posts twice.
    let id: Identifier
    let debit: String
    let credit: String
    /// More than zero: minor units of a currency, or uses.
    let amount: Int64
    let unit: String
    /// About whom.
    let contractor: Identifier
    /// What caused it: kind, id and sequence.
    let cause: String
    /// The posting that it takes back.
    let reverses: Identifier?
    let postedAt: Timestamp
    /// The moment in the world that it belongs to.
    let valueAt: Timestamp

    /// A posting for a cause; the sequence tells repeated uses of the same entitlement apart.
    static func make(
        _ kind: String, of cause: Identifier, sequence: Int64, from debit: String, to credit: String, amount: Int64,
        unit: String, about contractor: Identifier, at postedAt: Timestamp, value valueAt: Timestamp
    ) -> Posting {
        Posting(
            id: .derived("posting", kind, cause.description, String(sequence)), debit: debit, credit: credit,
            amount: amount, unit: unit, contractor: contractor, cause: "\(kind):\(cause):\(sequence)", reverses: nil,
            postedAt: postedAt, valueAt: valueAt)
    }

    /// The posting that takes this one back.
    func reversed(because cause: String, at postedAt: Timestamp) -> Posting {
        Posting(
            id: .derived("posting", "reversal", id.description), debit: credit, credit: debit, amount: amount,
            unit: unit, contractor: contractor, cause: cause, reverses: id, postedAt: postedAt, valueAt: valueAt)
    }
}
