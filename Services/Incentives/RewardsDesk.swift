import Contracts
import Messaging
import Programmes

/// Decides one batch: merges its facts in order, then settles every touched group once, from all of its facts.
struct RewardsDesk {
    var facts: FactBook
    var rewards: RewardBook
    var records: RecordBook
    /// What a settlement works on; nil in a batch without one.
    var settlement: SettlementBook?
    let context: DecisionContext
    /// The last item that touched a group, by the contractor who stands for it.
    var touched: [Identifier: Item] = [:]
    /// The last item that changed a fact, by the engagement's or credential's id.
    var causes: [Identifier: Item] = [:]
    /// The groups whose settlement is due, by the contractor who stands for each.
    var settled: Set<Identifier> = []
    /// Contractors whose rewards are to be settled once this batch is written.
    var unsettled: Set<Identifier> = []
    var told: [Identifier: ToldFact] = [:]

    /// A desk with what is known of the groups that the batch touches.
    init(
        facts: FactBook, rewards: RewardBook, records: RecordBook = RecordBook(), settlement: SettlementBook? = nil,
        context: DecisionContext
    ) {
        self.facts = facts
        self.rewards = rewards
        self.records = records
        self.settlement = settlement
        self.context = context
    }

    /// Takes the items of a batch in, in order.
    mutating func take(_ items: [Item], _ out: inout Decisions) {
        facts.expect(items.count)
        rewards.expect(items.count)
        touched.reserveCapacity(items.count)
        causes.reserveCapacity(items.count)
        for item in items { take(item, &out) }
    }

    /// Takes an item in.
    mutating func take(_ item: Item, _ out: inout Decisions) {
        switch item.payload {
        case let engagement as EngagementState: take(engagement, item)
        case let credential as CredentialState: take(credential, item, &out)
        case let earnings as EarningsRecorded: take(earnings, item, &out)
        case let record as any InboundRecord: take(record, item, &out)
        case let enrolment as EnrolmentState:
            take(ToldFact(enrolment), version: enrolment.programmeVersion, item, &out)
        case let task as TaskState: take(ToldFact(task), version: task.programmeVersion, item, &out)
        case let exposure as ExposureState:
            take(ToldFact(exposure), version: exposure.programmeVersion, item, &out)
        case let timer as TimerFired: take(timer, item, &out)
        case is ContractorLink: relink(item)
        default: out.park(item, reason: "incentives has no rule for \(item.type.name)")
        }
    }

    /// Settles every touched group and writes what has changed.
    mutating func finish(_ out: inout Decisions) {
        let engagements = Dictionary(grouping: facts.engagements.values) { holder(of: $0.contractor) }
        let credentials = Dictionary(grouping: facts.credentials.values) { holder(of: $0.contractor) }
        // A use belongs to whoever the credential belongs to now.
        let uses = Dictionary(grouping: rewards.uses.values) {
            holder(of: facts.credentials[$0.claim.credential]?.contractor ?? $0.claim.contractor)
        }
        for (holder, item) in touched.sorted(by: { $0.key < $1.key }) {
            let group = GroupAtHand(
                holder: holder, item: item, credentials: (credentials[holder] ?? []).sorted { $0.id < $1.id },
                variants: variants(of: holder))
            settlePools(group.credentials, holder, item, &out)
            let claims = claims(engagements[holder] ?? [], group)
            let steps = PremiumUses.settle(held: uses[holder] ?? [], claims: claims, now: context.now)
            settlePremiums(steps, group, &out)
            if settled.contains(holder) {
                settle(group, uses[holder] ?? [], steps, &out)
            } else if needsSettlement(group.credentials) {
                unsettled.insert(holder)
            }
        }
        finishSettlement(&out)
        write(&out)
    }

    /// A group while it is settled.
    private struct GroupAtHand {
        let holder: Identifier
        let item: Item
        let credentials: [CredentialFact]
        /// The variants that were met, by experiment, for each programme; nil where they were not loaded.
        let variants: ((String) -> [String: String])?
    }

    private func groupFacts(_ holder: Identifier, _ credentials: [CredentialFact]) -> GroupFacts? {
        settlement.map { book in
            GroupFacts(
                holder: holder, credentials: credentials,
                told: book.told.filter { self.holder(of: $0.contractor) == holder },
                records: book.records.filter { $0.contractor.map(self.holder(of:)) == holder })
        }
    }

    private func variants(of holder: Identifier) -> ((String) -> [String: String])? {
        guard settled.contains(holder), let facts = groupFacts(holder, []) else { return nil }
        return { facts.variants(in: $0) }
    }

    /// Rewards beside pools and premiums hang on credentials of programmes that Guildhall delivers.
    private func needsSettlement(_ credentials: [CredentialFact]) -> Bool {
        credentials.contains { programme(of: $0)?.delivery == .guildhall }
    }

    private mutating func settle(
        _ group: GroupAtHand, _ held: [PremiumUse], _ steps: [PremiumUses.Step], _ out: inout Decisions
    ) {
        guard let book = settlement, let facts = groupFacts(group.holder, group.credentials) else { return }
        let ids = Set(held.map(\.id)).union(steps.map(\.use.id))
        var desk = SettlementDesk(
            facts: facts, uses: ids.sorted().compactMap { rewards.uses[$0] }.filter(\.isOpen),
            members: Set(context.roster.members(of: group.holder)), book: book, context: context, item: group.item)
        desk.settle(&out)
        settlement = desk.book
        rewards.post(desk.postings)
    }

    /// Calls those whose turn has come, and those whose facts this batch brought.
    private mutating func finishSettlement(_ out: inout Decisions) {
        if let budgets = settlement?.budgets {
            for allocation in budgets.called { unsettled.insert(allocation.contractor) }
            for allocation in budgets.moved {
                guard let cause = touched[holder(of: allocation.contractor)] else { continue }
                out.audit(SettlementAudit.entry(allocation), because: cause)
            }
        }
        for contractor in unsettled.sorted() {
            out.schedule(Settlement.next(for: contractor, now: context.now))
        }
    }

    private func write(_ out: inout Decisions) {
        for call in facts.writes + rewards.writes { out.write(call) }
        let told = told.values.sorted { $0.id < $1.id }
        if !told.isEmpty { out.write(ToldStatements.write(told)) }
        let records = records.fresh.sorted { $0.key < $1.key }
        if !records.isEmpty { out.write(RecordStatements.write(records, at: context.now)) }
        for call in settlement?.writes ?? [] { out.write(call) }
    }

    private mutating func settlePools(
        _ credentials: [CredentialFact], _ group: Identifier, _ item: Item, _ out: inout Decisions
    ) {
        for credential in credentials {
            for pool in programme(of: credential)?.rewards.pools ?? [] {
                let id = PoolMembership.id(credential: credential.id, pool: pool.id)
                for place in Pools.settle(rewards.places[id], id, credential: credential, pool: pool) {
                    let cause = causes[credential.id] ?? item
                    rewards.put(place)
                    let event = place.isOpen ? EventType.poolJoined : .poolLeft
                    out.emit(event, place.state(for: group), about: group, because: cause)
                    out.audit(RewardAudit.entry(place), because: cause)
                }
            }
        }
    }

    private mutating func settlePremiums(
        _ steps: [PremiumUses.Step], _ group: GroupAtHand, _ out: inout Decisions
    ) {
        // What comes back goes first, so that no account is ever overdrawn, not even within a batch.
        for step in steps where !step.use.isOpen { carryOut(step, group.holder, group.item, &out) }
        for credential in group.credentials {
            guard let rate = PremiumRate.of(credential, rewards.grants[credential.id], context, group.variants) else {
                continue
            }
            for step in PremiumGrants.settle(
                rewards.grants[credential.id], credential: credential, programme(of: credential)?.rewards.premium,
                rate: rate.isVaried ? rate.basisPoints : nil, now: context.now)
            {
                rewards.put(step)
                out.audit(RewardAudit.entry(step.grant), because: causes[credential.id] ?? group.item)
            }
        }
        for step in steps where step.use.isOpen { carryOut(step, group.holder, group.item, &out) }
    }

    private mutating func carryOut(
        _ step: PremiumUses.Step, _ group: Identifier, _ item: Item, _ out: inout Decisions
    ) {
        let cause = causes[step.use.claim.engagement] ?? causes[step.use.claim.credential] ?? item
        rewards.put(step)
        out.emit(
            step.use.isOpen ? .premiumRecommended : .premiumReturned, step.use.state(for: group), about: group,
            because: cause)
        out.audit(RewardAudit.entry(step.use), because: cause)
    }

    /// The uses that the facts give, with what each is worth.
    private func claims(_ engagements: [EngagementFact], _ group: GroupAtHand) -> [PremiumClaim] {
        var entitlements: [Premiums.Entitlement] = []
        var premiums: [Identifier: (premium: Premium, basisPoints: Int64, isBudgeted: Bool)] = [:]
        for credential in group.credentials where !credential.isVoid {
            guard let definition = programme(of: credential), let premium = definition.rewards.premium,
                premium.uses > 0,
                let rate = PremiumRate.of(credential, rewards.grants[credential.id], context, group.variants)
            else { continue }
            let isBudgeted =
                definition.delivery == .guildhall && definition.budgets.contains { $0.line == Premiums.line }
            premiums[credential.id] = (premium, rate.basisPoints, isBudgeted)
            entitlements.append(
                Premiums.Entitlement(
                    credential: credential.id, awardedAt: credential.awardedAt, validUntil: credential.validUntil,
                    uses: premium.uses, gaps: credential.gaps))
        }
        let starts = engagements.compactMap { engagement in
            engagement.startedAt.map { Premiums.Start(engagement: engagement.id, at: $0) }
        }
        return Premiums.allocate(starts, entitlements).compactMap { use in
            guard let granted = premiums[use.credential], let credential = facts.credentials[use.credential],
                let engagement = facts.engagements[use.engagement], let startedAt = engagement.startedAt
            else { return nil }
            return PremiumClaim(
                engagement: use.engagement, credential: use.credential, contractor: credential.contractor,
                programme: credential.programme, programmeVersion: credential.programmeVersion,
                rateBasisPoints: granted.basisPoints,
                amount: PremiumAmount.of(
                    engagement.value, basisPoints: granted.basisPoints, granted.premium.rounding),
                valueAt: startedAt, isBudgeted: granted.isBudgeted)
        }
    }

    func holder(of contractor: Identifier) -> Identifier {
        context.roster.canonical(of: contractor)
    }

    func programme(of credential: CredentialFact) -> ProgrammeDefinition? {
        context.programmes.find(programme: credential.programme, version: credential.programmeVersion)?.definition
    }
}
