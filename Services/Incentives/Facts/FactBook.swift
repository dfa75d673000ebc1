import Contracts

/// The facts of the groups that a batch touches, merged as it goes; what a rule sees of the world.
struct FactBook: Sendable {
    private(set) var engagements: [Identifier: EngagementFact] = [:]
    private(set) var credentials: [Identifier: CredentialFact] = [:]
    private(set) var changedEngagements: Set<Identifier> = []
    private(set) var changedCredentials: Set<Identifier> = []
    private(set) var earnings: [EarningFact] = []
    let storedEngagements: Set<Identifier>
    let storedCredentials: Set<Identifier>
    private var knownEarnings: Set<EarningFact.Key> = []

    /// A book of what is kept.
    init(engagements: [EngagementFact] = [], credentials: [CredentialFact] = [], earnings: [EarningFact.Key] = []) {
        storedEngagements = Set(engagements.map(\.id))
        storedCredentials = Set(credentials.map(\.id))
        self.engagements.reserveCapacity(engagements.count)
        self.credentials.reserveCapacity(credentials.count)
        for fact in engagements { self.engagements[fact.id] = fact }
        for fact in credentials { self.credentials[fact.id] = fact }
        knownEarnings = Set(earnings)
    }

    /// Makes room for so many further facts of a kind.
    mutating func expect(_ count: Int) {
        engagements.reserveCapacity(engagements.count + count)
        changedEngagements.reserveCapacity(count)
        credentials.reserveCapacity(credentials.count + count)
        changedCredentials.reserveCapacity(count)
    }

    /// Takes an engagement in, unless a later revision is known.
    mutating func merge(_ fact: EngagementFact) -> Bool {
        if let known = engagements[fact.id], known.revision >= fact.revision { return false }
        engagements[fact.id] = fact
        changedEngagements.insert(fact.id)
        return true
    }

    /// Takes a credential in, unless a later sequence is known; its suspensions count whatever is known.
    mutating func merge(_ fact: CredentialFact) -> Bool {
        var fact = fact
        if var known = credentials[fact.id] {
            let isNews = known.suspensions.merge(fact.suspensions)
            fact.suspensions = known.suspensions
            if known.sequence >= fact.sequence {
                guard isNews else { return false }
                fact = known
            }
        }
        credentials[fact.id] = fact
        changedCredentials.insert(fact.id)
        return true
    }

    /// Takes earnings in, unless the same revision of the record is known.
    mutating func merge(_ fact: EarningFact) -> Bool {
        guard knownEarnings.insert(fact.key).inserted else { return false }
        earnings.append(fact)
        return true
    }
}
