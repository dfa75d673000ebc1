import Contracts

/// The uses that a credential put into a contractor's account.
struct PremiumGrant: Hashable, Sendable {
    /// The credential, which grants once.
    let credential: Identifier
    var contractor: Identifier
    var programme: String
    var programmeVersion: Int64
    /// How many uses.
    var units: Int64
    /// Whether it stands.
    var isOpen: Bool
    /// Grows with every grant and reversal.
    var sequence: Int64
    /// The moment in the world that it belongs to: the award, as it was known when it was posted.
    var valueAt: Timestamp
    /// The rate of the variant that the worker met, in hundredths of a percent; nil where the programme varies none.
    var rateBasisPoints: Int64?

    /// The posting that stands for it at its sequence.
    func posting(at now: Timestamp) -> Posting {
        Posting.make(
            "premium-grant", of: credential, sequence: sequence, from: Account.premiums(of: programme),
            to: Account.entitlement(of: contractor), amount: units, unit: Posting.premiumUse, about: contractor,
            at: now, value: valueAt)
    }

    /// Whether it is the same grant to the same account.
    func says(the other: PremiumGrant) -> Bool {
        contractor == other.contractor && programme == other.programme && units == other.units
            && rateBasisPoints == other.rateBasisPoints
    }
}
