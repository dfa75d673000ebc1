import Contracts

/// The difference between the uses that are announced and those that the facts give.
enum PremiumUses {
    /// A use as it is to be kept and announced, with the postings that bring the ledger there.
    struct Step: Hashable, Sendable {
        let use: PremiumUse
        let postings: [Posting]
    }

    /// The steps from the uses that are held to the claims of the facts: first what comes back, then what is used.
    static func settle(held: [PremiumUse], claims: [PremiumClaim], now: Timestamp) -> [Step] {
        var current: [Identifier: PremiumUse] = [:]
        for use in held { current[use.id] = use }
        let claims = Dictionary(claims.map { ($0.use, $0) }) { first, _ in first }
        var steps: [Step] = []
        for use in held.sorted(by: { $0.id < $1.id }) where use.isOpen {
            if let claim = claims[use.id], claim.says(the: use.claim) { continue }
            let step = takeBack(use, now)
            current[use.id] = step.use
            steps.append(step)
        }
        for (id, claim) in claims.sorted(by: { $0.key < $1.key }) where current[id]?.isOpen != true {
            steps.append(use(claim, id, sequence: (current[id]?.sequence ?? 0) + 1, now))
        }
        return steps
    }

    private static func use(_ claim: PremiumClaim, _ id: Identifier, sequence: Int64, _ now: Timestamp) -> Step {
        let postings = PremiumUse.postings(claim, sequence: sequence, at: now)
        let use = PremiumUse(id: id, claim: claim, isOpen: true, sequence: sequence, posting: postings[0].id)
        return Step(use: use, postings: postings)
    }

    private static func takeBack(_ use: PremiumUse, _ now: Timestamp) -> Step {
        let sequence = use.sequence + 1
        let cause = "premium-use:\(use.id):\(sequence)"
        let postings = PremiumUse.postings(use.claim, sequence: use.sequence, at: now)
            .map { $0.reversed(because: cause, at: now) }
        let returned = PremiumUse(
            id: use.id, claim: use.claim, isOpen: false, sequence: sequence, posting: postings[0].id)
        return Step(use: returned, postings: postings)
    }
}
