import Contracts
import Messaging
import Programmes
import Testing

@testable import IncentivesService

/// A programme that Guildhall delivers, all that is kept of its rewards, and a clock, without a server.
struct PilotWorld {
    static let source = "vms"
    static let worker = Identifier.contractor(source: source, workerId: "1")

    /// A synthetic programme with every reward there is; budgets and experiments as a test needs them.
    static func programme(
        budgets: [BudgetLine] = [], experiments: [ExperimentPlan] = [], grant: Money = usd(150_00), version: Int64 = 1,
        priority: PriorityPlan = PriorityPlan(pathway: "pos", hasBriefPriority: true), further: [GrantPlan] = []
    ) -> PublishedProgramme {
        let pathway = Pathway(
            id: "pos", title: "Point of sale", role: "associate", passMark: Decimal6(millionths: 70_000_000),
            credential: CredentialDefinition(name: "Associate", description: "Can sell.", criteria: "Sold."),
            offerings: [Offering(id: "pos-1", starts: Day(number: 16_000), days: 90, coursework: [])])
        return PublishedProgramme(
            definition: ProgrammeDefinition(
                id: "pilot", title: "Synthetic pilot", delivery: .guildhall, participation: .voluntary,
                pathways: [pathway],
                rewards: Rewards(
                    pools: [Pool(id: "preferred", title: "Preferred")],
                    premium: Premium(rateBasisPoints: 500, uses: 2),
                    grants: [
                        GrantPlan(
                            id: "tools", title: "Tools", pathway: "pos", amount: grant, categories: [.tools],
                            claimDays: 60, line: "grants")
                    ] + further,
                    stories: [StoryPlan(pathway: "pos")],
                    priorities: [priority],
                    tiers: [AccessTier(id: "first-look", title: "First look", pool: "preferred", hours: 48)]),
                texts: [WorkerText(id: "release", version: "r1", wording: [.english: "Synthetic."])],
                budgets: budgets, experiments: experiments),
            version: version, publishedAt: Timestamp(microseconds: 0))
    }

    static func usd(_ minorUnits: Int64) -> Money { Money(minorUnits: minorUnits, currency: "USD") }

    static func line(
        _ name: String, _ amount: Int64, _ shortfall: BudgetShortfall = .queue, _ quarter: Int = 2
    ) -> BudgetLine {
        BudgetLine(
            line: name, quarter: Quarter(year: 2014, number: quarter), amount: usd(amount), shortfall: shortfall)
    }

    var programmes: [PublishedProgramme]
    var now = Timestamp.day("2014-05-01") ?? Timestamp(microseconds: 0)
    var roster = Roster()
    private(set) var facts = FactBook()
    private(set) var rewards = RewardBook()
    private(set) var announcements: [Identifier: Announcement] = [:]
    private(set) var entries: [Identifier: HeldEntry] = [:]
    private(set) var budgets: [Budget.Key: Budget] = [:]
    private(set) var allocations: [Identifier: Allocation] = [:]
    private(set) var postings: [Posting] = []
    private(set) var emissions: [Decisions.Emission] = []
    private(set) var audits: [AuditEntry] = []
    private(set) var last = Decisions()
    private(set) var told: [Identifier: ToldFact] = [:]
    private(set) var records: [RecordKey: RecordFact] = [:]
    private var receipts: [String: Identifier] = [:]
    private var timers: [Identifier: TimerRequest] = [:]
    private var nextID: UInt64 = 0

    init(_ programmes: PublishedProgramme...) {
        self.programmes = programmes.isEmpty ? [PilotWorld.programme()] : programmes
    }

    /// Takes payloads in as one batch, then everything that is due.
    mutating func tell(_ payloads: any Payload...) { tell(payloads) }

    mutating func tell(_ payloads: [any Payload], type: EventType? = nil, at time: Timestamp? = nil) {
        batch(payloads.map { item($0, type, time) })
        settle()
    }

    /// Moves the clock and does what is due.
    mutating func advance(to day: String) {
        now = Timestamp.day(day) ?? now
        settle()
    }

    mutating func settle() {
        var rounds = 0
        while rounds < 50 {
            let due = timers.values.filter { $0.due <= now }.sorted { ($0.due, $0.key) < ($1.due, $1.key) }
            if due.isEmpty { return }
            rounds += 1
            for timer in due { timers[timer.key] = nil }
            batch(
                due.map {
                    Item(
                        id: $0.key, origin: .timer, type: EventType("guildhall.timer.fired"), source: "incentives",
                        messageID: "\($0.key)", contractor: $0.contractor, time: $0.due, correlation: "",
                        payload: TimerFired(key: $0.key, kind: $0.kind, due: $0.due))
                })
        }
        Issue.record("the settlements do not come to rest")
    }

    mutating func batch(_ items: [Item]) {
        let context = DecisionContext(now: now, roster: roster, programmes: ProgrammeCatalogue(programmes))
        let isSettlement = items.contains { $0.payload is TimerFired }
        if isSettlement { claimReceipts() }
        var revisions = RevisionBook()
        for record in records.values {
            revisions.note(record.key, content: record.content.fingerprint, contractor: record.contractor)
        }
        let book = SettlementBook(
            told: Array(told.values), records: Array(records.values), receipts: receipts,
            announcements: Array(announcements.values), entries: Array(entries.values),
            budgets: BudgetBook(
                budgets: Array(budgets.values), allocations: Array(allocations.values),
                queued: allocations.values.filter { $0.status == .queued }, now: now))
        var desk = RewardsDesk(
            facts: FactBook(
                engagements: Array(facts.engagements.values), credentials: Array(facts.credentials.values)),
            rewards: RewardBook(
                places: Array(rewards.places.values), grants: Array(rewards.grants.values),
                uses: Array(rewards.uses.values)),
            records: RecordBook(revisions), settlement: isSettlement ? book : nil, context: context)
        last = Decisions()
        for item in items { desk.take(item, &last) }
        desk.finish(&last)
        keep(desk)
    }

    private mutating func keep(_ desk: RewardsDesk) {
        facts = desk.facts
        rewards = desk.rewards
        postings += desk.rewards.postings
        emissions += last.emissions
        audits += last.audits.map(\.entry)
        for timer in last.timers.values { timers[timer.key] = timer }
        for (id, fact) in desk.told where fact.sequence > told[id]?.sequence ?? .min { told[id] = fact }
        for record in desk.records.fresh { records[record.key] = record }
        guard let book = desk.settlement else { return }
        announcements = book.announcements
        entries = book.entries
        budgets = book.budgets.budgets
        allocations = book.budgets.allocations
    }

    /// What the statement does: whoever brought a receipt first has it.
    private mutating func claimReceipts() {
        for told in records.values.all(ClaimRecorded.self) where told.value.action == .submitted {
            for receipt in told.value.receipts where receipts[receipt.hash] == nil {
                receipts[receipt.hash] = told.contractor
            }
        }
    }

    mutating func item(_ payload: any Payload, _ type: EventType? = nil, _ time: Timestamp? = nil) -> Item {
        nextID += 1
        let type = type ?? PilotWorld.type(of: payload)
        let isInbound = payload is any InboundRecord
        return Item(
            id: Identifier(high: 1, low: nextID), origin: isInbound ? .inbound : .event, type: type,
            source: PilotWorld.source, messageID: "\(nextID)", contractor: PilotWorld.contractor(of: payload),
            related: (payload as? ContractorLink).map { [$0.contractor, $0.canonical] } ?? [],
            time: time ?? now, correlation: "", payload: payload)
    }

    private static func type(of payload: any Payload) -> EventType {
        switch payload {
        case is EngagementState: .engagementRevised
        case is EnrolmentState: .enrolmentOpened
        case is TaskState: .taskCompleted
        case is ExposureState: .exposureRecorded
        case is ClaimRecorded: .claimRecorded
        case is ClaimDecisionRecorded: .claimDecisionRecorded
        case is PaymentRecorded: .paymentRecorded
        case is TestimonialRecorded: .testimonialRecorded
        case is ReleaseRecorded: .releaseRecorded
        case is OverrideRecorded: .overrideRecorded
        case is BriefRecorded: .briefRecorded
        case is ContractorLink: .contractorLinked
        default: .credentialCorrected
        }
    }

    private static func contractor(of payload: any Payload) -> Identifier? {
        switch payload {
        case let state as EngagementState: state.contractor
        case let state as CredentialState: state.contractor
        case let state as EnrolmentState: state.contractor
        case let state as TaskState: state.contractor
        case let state as ExposureState: state.contractor
        case let link as ContractorLink: link.contractor
        case let record as any InboundRecord:
            record.about.map { .contractor(source: source, workerId: $0.workerId) }
        default: nil
        }
    }

    // MARK: What is asked

    /// What every account holds that is not at zero.
    var balances: [String: Int64] {
        var balances: [String: Int64] = [:]
        for posting in postings {
            balances["\(posting.credit) \(posting.unit)", default: 0] += posting.amount
            balances["\(posting.debit) \(posting.unit)", default: 0] -= posting.amount
        }
        return balances.filter { $0.value != 0 }
    }

    func states<State: Announced>(_ type: State.Type) -> [State] {
        announcements.values.sorted { $0.id < $1.id }.compactMap { $0.state as? State }
    }

    var grant: GrantState? { states(GrantState.self).first }

    func claim(_ id: String) -> ClaimState? {
        announcements[RecordFact.id(.claimRecorded, source: PilotWorld.source, id: id)]?.state as? ClaimState
    }

    var allocated: [String] {
        allocations.values.sorted { ($0.moment, $0.id) < ($1.moment, $1.id) }.map { $0.status.rawValue }
    }

    /// What must hold after every batch (INC-23, INC-24).
    func check() {
        for (key, budget) in budgets {
            let given = allocations.values.filter { $0.budget == key && $0.status == .given }
            #expect(budget.reserved >= 0 && budget.committed >= 0 && budget.free >= 0)
            #expect(budget.reserved + budget.committed + budget.free == budget.amount)
            #expect(budget.reserved == given.reduce(0) { $0 + $1.share.reserved })
            #expect(budget.committed == given.reduce(0) { $0 + $1.share.committed })
        }
        var sums: [String: Int64] = [:]
        for (account, balance) in balances {
            sums[String(account.split(separator: " ")[1]), default: 0] += balance
            if account.contains(":reserved") || account.contains(":entitlement") { #expect(balance >= 0) }
        }
        #expect(sums.values.allSatisfy { $0 == 0 })
        #expect(Set(postings.map(\.id)).count == postings.count)
        let reversed = postings.compactMap(\.reverses)
        #expect(Set(reversed).count == reversed.count)
        for state in states(GrantState.self) { #expect(state.paid.minorUnits <= state.amount.minorUnits) }
    }
}
