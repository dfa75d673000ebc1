import Contracts

/// A use of a premium by an engagement, as it was announced; it is kept after it is returned.
struct PremiumUse: Hashable, Sendable {
    /// Derived from the engagement and the credential.
    let id: Identifier
    let claim: PremiumClaim
    /// Whether it stands.
    let isOpen: Bool
    /// Grows with every use and return.
    let sequence: Int64
    /// The last posting of the unit, there or back.
    let posting: Identifier

    /// The postings that stand for a claim at a sequence: the unit's, then the money's, if any and if no budget line
    /// posts it.
    static func postings(_ claim: PremiumClaim, sequence: Int64, at now: Timestamp) -> [Posting] {
        let unit = Posting.make(
            "premium-use", of: claim.use, sequence: sequence, from: Account.entitlement(of: claim.contractor),
            to: Account.used(by: claim.engagement), amount: 1, unit: Posting.premiumUse, about: claim.contractor,
            at: now, value: claim.valueAt)
        guard let amount = claim.amount, amount.minorUnits > 0, !claim.isBudgeted else { return [unit] }
        let money = Posting.make(
            "premium-amount", of: claim.use, sequence: sequence, from: Account.budget(of: claim.programme),
            to: Account.payable(to: claim.contractor), amount: amount.minorUnits, unit: amount.currency,
            about: claim.contractor, at: now, value: claim.valueAt)
        return [unit, money]
    }

    /// How it is announced for the contractor who stands for the group.
    func state(for holder: Identifier) -> PremiumUseState {
        PremiumUseState(
            use: id, contractor: holder, programme: claim.programme, credential: claim.credential,
            engagement: claim.engagement, rateBasisPoints: claim.rateBasisPoints, amount: claim.amount,
            posting: posting, sequence: sequence)
    }
}
