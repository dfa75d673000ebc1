import Contracts
import Messaging
import Programmes

/// Settles the rewards of one person: what the facts earn, what the budgets give, what stands in the ledger, and what
/// is announced of it.
struct SettlementDesk {
    let facts: GroupFacts
    /// The person's premium uses that stand.
    let uses: [PremiumUse]
    /// The ids that count as this person.
    let members: Set<Identifier>
    let context: DecisionContext
    let item: Item
    var book: SettlementBook
    var postings: [Posting] = []
    var wanted: [Entry] = []
    /// What may be paid of stipends and premiums, and to whom.
    var payable: [Identifier: (contractor: Identifier, left: Money)] = [:]
    /// Rewards that are owed no more, but were paid: what is settled stands.
    var standing: Set<Identifier> = []

    init(
        facts: GroupFacts, uses: [PremiumUse], members: Set<Identifier>, book: SettlementBook,
        context: DecisionContext, item: Item
    ) {
        self.facts = facts
        self.uses = uses.sorted { ($0.claim.valueAt, $0.id) < ($1.claim.valueAt, $1.id) }
        self.members = members
        self.book = book
        self.context = context
        self.item = item
    }

    /// Settles everything.
    mutating func settle(_ out: inout Decisions) {
        settleGrants(&out)
        let stipends = settleStipends()
        settlePremiums()
        settlePayments()
        settleLedger()
        announce(stipends, &out)
        settleStories(&out)
        settlePriorities(&out)
        schedule(&out)
    }
}
