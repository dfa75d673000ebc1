import Contracts

/// What a reward was given out of a budget line, or waits for.
///
/// An act: it happens in order of commit under the locked line, on what was known then.
struct Allocation: Hashable, Sendable {
    /// What it is for.
    enum Kind: String, Sendable {
        case grant
        case stipend
        case premium
    }

    /// How it stands.
    enum Status: String, Sendable {
        /// Its money is held in the line.
        case given
        /// The programme declares no such line; its money is not limited.
        case unbudgeted
        /// It waits for money.
        case queued
        /// There was no money, and the programme does not queue.
        case refused
        /// Its cause fell away.
        case released
    }

    /// How much of a line is held, and how much of that is spent.
    struct Share: Hashable, Sendable {
        var held: Int64 = 0
        var committed: Int64 = 0

        /// What is held and not spent.
        var reserved: Int64 { held - committed }
    }

    /// The reward's id.
    let id: Identifier
    let kind: Kind
    var contractor: Identifier
    let programme: String
    let line: String
    /// The quarter that gave it.
    var quarter: String?
    var amount: Money
    var status: Status
    var share = Share()
    /// The moment in the world that decides on the first quarter that may give it.
    var moment: Timestamp
    var queuedAt: Timestamp?
    /// When it was given after it had waited.
    var servedAt: Timestamp?

    /// Whether money may go out.
    var isGiven: Bool { status == .given || status == .unbudgeted }

    /// The line that gave it.
    var budget: Budget.Key? {
        quarter.map { Budget.Key(programme: programme, line: line, quarter: $0, currency: amount.currency) }
    }
}
