import Contracts
import Messaging
import Programmes

/// Decides one batch: merges its facts in order, then settles every touched group once, from all of its facts.
struct RewardsDesk {
    private(set) var facts: FactBook
    private(set) var rewards: RewardBook
    private(set) var records: RecordBook
    /// What a settlement works on; nil in a batch without one.
    private(set) var settlement: SettlementBook?
    private let context: DecisionContext
    /// The last item that touched a group, by the contractor who stands for it.
    private var touched: [Identifier: Item] = [:]
    /// The last item that changed a fact, by the engagement's or credential's id.
    private var causes: [Identifier: Item] = [:]
    /// The groups whose settlement is due, by the contractor who stands for each.
    private var settled: Set<Identifier> = []
    /// Contractors whose rewards are to be settled once this batch is written.
    private var unsettled: Set<Identifier> = []
    private(set) var told: [Identifier: ToldFact] = [:]

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

    private mutating func take(_ state: EngagementState, _ item: Item) {
        guard facts.merge(EngagementFact(state)) else { return }
        causes[state.engagement] = item
        touch(state.contractor, item)
    }

    private mutating func take(_ state: CredentialState, _ item: Item, _ out: inout Decisions) {
        guard context.programmes.find(programme: state.programme, version: state.programmeVersion) != nil else {
            out.park(
                item, reason: "version \(state.programmeVersion) of programme \(state.programme) is not published")
            return
        }
        var fact = CredentialFact(state)
        if item.type == .credentialSuspended {
            _ = fact.suspensions.note(sequence: state.sequence, at: item.time, until: state.suspendedUntil)
        }
        guard facts.merge(fact) else { return }
        causes[state.credential] = item
        touch(state.contractor, item)
    }

    /// What another service told is kept; what follows from it is settled next. Of programmes that Guildhall does not
    /// deliver nothing is kept, since nothing follows.
    private mutating func take(_ fact: ToldFact, version: Int64, _ item: Item, _ out: inout Decisions) {
        guard let programme = context.programmes.find(programme: fact.programme, version: version) else {
            return out.park(item, reason: "version \(version) of programme \(fact.programme) is not published")
        }
        guard programme.definition.delivery == .guildhall else { return }
        if let known = told[fact.id], known.sequence >= fact.sequence { return }
        told[fact.id] = fact
        if fact.kind != .enrolment { unsettled.insert(holder(of: fact.contractor)) }
    }

    private mutating func take(_ record: any InboundRecord, _ item: Item, _ out: inout Decisions) {
        switch records.take(record, item, context) {
        case .repeated: out.duplicate(item)
        case .refused(let refusal): out.refuse(item, refusal)
        case .fresh:
            if let fact = records.fresh.last { out.audit(SettlementAudit.entry(fact), because: item) }
            if let contractor = item.contractor { unsettled.insert(holder(of: contractor)) }
        }
    }

    private mutating func take(_ timer: TimerFired, _ item: Item, _ out: inout Decisions) {
        guard timer.kind == Settlement.timer, let contractor = item.contractor else {
            return out.park(item, reason: "incentives has no timer \(timer.kind)")
        }
        settled.insert(holder(of: contractor))
        touch(contractor, item)
    }

    /// No reward depends on earnings yet; they are kept.
    private mutating func take(_ record: EarningsRecorded, _ item: Item, _ out: inout Decisions) {
        guard facts.merge(EarningFact(record, from: item.source)) else {
            out.duplicate(item)
            return
        }
        let fact = EarningFact.key(of: record, from: item.source)
        out.audit(RewardAudit.earning(fact, record, item.contractor), because: item)
    }

    /// Whose facts count together has changed.
    private mutating func relink(_ item: Item) {
        for contractor in [item.contractor].compactMap({ $0 }) + item.related { touch(contractor, item) }
    }

    private mutating func touch(_ contractor: Identifier, _ item: Item) {
        touched[context.roster.canonical(of: contractor)] = item
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
                let held = rewards.places[PoolMembership.id(credential: credential.id, pool: pool.id)]
                for place in Pools.settle(held, credential: credential, pool: pool) {
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

    private func holder(of contractor: Identifier) -> Identifier {
        context.roster.canonical(of: contractor)
    }

    private func programme(of credential: CredentialFact) -> ProgrammeDefinition? {
        context.programmes.find(programme: credential.programme, version: credential.programmeVersion)?.definition
    }
}
