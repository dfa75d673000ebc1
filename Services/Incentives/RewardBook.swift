import Contracts
import Database

/// What is announced and posted for the groups that a batch touches, as it stands while the batch is decided.
struct RewardBook: Sendable {
    private(set) var places: [Identifier: PoolMembership] = [:]
    private(set) var grants: [Identifier: PremiumGrant] = [:]
    private(set) var uses: [Identifier: PremiumUse] = [:]
    private(set) var postings: [Posting] = []
    private let storedPlaces: Set<Identifier>
    private var changedPlaces: Set<Identifier> = []
    private var changedGrants: Set<Identifier> = []
    private var changedUses: Set<Identifier> = []

    /// A book of what is kept.
    init(places: [PoolMembership] = [], grants: [PremiumGrant] = [], uses: [PremiumUse] = []) {
        storedPlaces = Set(places.map(\.id))
        for place in places { self.places[place.id] = place }
        for grant in grants { self.grants[grant.credential] = grant }
        for use in uses { self.uses[use.id] = use }
    }

    /// A book of the answers to the three loads.
    init(places: Rows?, grants: Rows?, uses: Rows?) throws {
        self.init(
            places: try places?.map { try PoolMembership(row: $0) } ?? [],
            grants: try grants?.map { try PremiumGrant(row: $0) } ?? [],
            uses: try uses?.map { try PremiumUse(row: $0) } ?? [])
    }

    /// Makes room for so many further places.
    mutating func expect(_ count: Int) {
        places.reserveCapacity(places.count + count)
        changedPlaces.reserveCapacity(count)
    }

    /// Keeps a place.
    mutating func put(_ place: PoolMembership) {
        places[place.id] = place
        changedPlaces.insert(place.id)
    }

    /// Keeps a grant and posts what it takes.
    mutating func put(_ step: PremiumGrants.Step) {
        grants[step.grant.credential] = step.grant
        changedGrants.insert(step.grant.credential)
        postings += step.postings
    }

    /// Keeps a use and posts what it takes.
    mutating func put(_ step: PremiumUses.Step) {
        uses[step.use.id] = step.use
        changedUses.insert(step.use.id)
        postings += step.postings
    }

    /// Posts what a settlement takes.
    mutating func post(_ settled: [Posting]) {
        postings += settled
    }

    /// What is to be written, one statement a table.
    var writes: [Call] {
        var calls = Call.changes(
            changedPlaces, found: storedPlaces, in: places, insert: PoolStatements.add, update: PoolStatements.put,
            PoolMembership.parameters)
        let grants = changedGrants.sorted().compactMap { self.grants[$0] }
        if !grants.isEmpty { calls.append(PremiumGrant.write(grants)) }
        let uses = changedUses.sorted().compactMap { self.uses[$0] }
        if !uses.isEmpty { calls.append(PremiumUse.write(uses)) }
        if !postings.isEmpty { calls.append(LedgerStatements.write(postings.sorted { $0.id < $1.id })) }
        return calls
    }
}
