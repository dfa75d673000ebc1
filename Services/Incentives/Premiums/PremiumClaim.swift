import Contracts

/// A use of a premium as the facts give it, before it is compared with what was announced.
struct PremiumClaim: Hashable, Sendable {
    let engagement: Identifier
    let credential: Identifier
    /// Whose entitlement is used.
    let contractor: Identifier
    let programme: String
    let programmeVersion: Int64
    /// Hundredths of a percent.
    let rateBasisPoints: Int64
    /// What it is worth, where the engagement's value is known.
    let amount: Money?
    /// The moment in the world that it belongs to: the start, as it was known when it was posted.
    let valueAt: Timestamp
    /// Whether its money comes out of a budget line, which posts it when there is room (INC-24).
    var isBudgeted = false

    /// The id of the use, derived from the engagement and the credential.
    var use: Identifier {
        .derived("premium-use", engagement, credential.description)
    }

    /// Whether it is the same premium out of the same account.
    func says(the other: PremiumClaim) -> Bool {
        contractor == other.contractor && programme == other.programme && rateBasisPoints == other.rateBasisPoints
            && amount == other.amount && isBudgeted == other.isBudgeted
    }
}
