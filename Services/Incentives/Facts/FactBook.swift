import Contracts

/// The facts of the groups that a batch touches, merged as it goes; what a rule sees of the world.
struct FactBook: Sendable {
    private(set) var engagements: [Identifier: EngagementFact] = [:]
    private(set) var credentials: [Identifier: CredentialFact] = [:]
    private var changedEngagements: Set<Identifier> = []
    private var changedCredentials: Set<Identifier> = []
    private(set) var earnings: [EarningFact] = []
    private let storedEngagements: Set<Identifier>
    private let storedCredentials: Set<Identifier>
    private var knownEarnings: Set<EarningFact.Key> = []

    /// A book of what is kept.
    init(engagements: [EngagementFact] = [], credentials: [CredentialFact] = [], earnings: [EarningFact.Key] = []) {
        storedEngagements = Set(engagements.map(\.id))
        storedCredentials = Set(credentials.map(\.id))
        for fact in engagements { self.engagements[fact.id] = fact }
        for fact in credentials { self.credentials[fact.id] = fact }
        knownEarnings = Set(earnings)
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

    /// Engagements that the batch changed, by id: those that are not stored yet, and those that are.
    var newEngagements: (new: [EngagementFact], known: [EngagementFact]) {
        FactBook.sort(changedEngagements, storedEngagements, engagements)
    }

    /// Credentials that the batch changed, by id: those that are not stored yet, and those that are.
    var newCredentials: (new: [CredentialFact], known: [CredentialFact]) {
        FactBook.sort(changedCredentials, storedCredentials, credentials)
    }

    private static func sort<Fact>(
        _ changed: Set<Identifier>, _ stored: Set<Identifier>, _ facts: [Identifier: Fact]
    ) -> (new: [Fact], known: [Fact]) {
        var (new, known): ([Fact], [Fact]) = ([], [])
        for id in changed.sorted() {
            guard let fact = facts[id] else { continue }
            if stored.contains(id) { known.append(fact) } else { new.append(fact) }
        }
        return (new, known)
    }
}
