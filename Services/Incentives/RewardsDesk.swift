import Contracts
import Messaging
import Programmes

/// Decides one batch: merges its facts in order, then settles every touched group once, from all of its facts.
struct RewardsDesk {
    private(set) var facts: FactBook
    private(set) var rewards: RewardBook
    private let context: DecisionContext
    /// The last item that touched a group, by the contractor who stands for it.
    private var touched: [Identifier: Item] = [:]
    /// The last item that changed a fact, by the engagement's or credential's id.
    private var causes: [Identifier: Item] = [:]

    /// A desk with what is known of the groups that the batch touches.
    init(facts: FactBook, rewards: RewardBook, context: DecisionContext) {
        self.facts = facts
        self.rewards = rewards
        self.context = context
    }

    /// Takes an item in.
    mutating func take(_ item: Item, _ out: inout Decisions) {
        switch item.payload {
        case let engagement as EngagementState: take(engagement, item)
        case let credential as CredentialState: take(credential, item, &out)
        case let earnings as EarningsRecorded: take(earnings, item, &out)
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
        guard facts.merge(CredentialFact(state)) else { return }
        causes[state.credential] = item
        touch(state.contractor, item)
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
        for (group, item) in touched.sorted(by: { $0.key < $1.key }) {
            let credentials = (credentials[group] ?? []).sorted { $0.id < $1.id }
            settlePools(credentials, group, item, &out)
            let claims = claims(engagements[group] ?? [], credentials)
            let steps = PremiumUses.settle(held: uses[group] ?? [], claims: claims, now: context.now)
            settlePremiums(steps, credentials, group, item, &out)
        }
        for call in facts.writes + rewards.writes { out.write(call) }
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
        _ steps: [PremiumUses.Step], _ credentials: [CredentialFact], _ group: Identifier, _ item: Item,
        _ out: inout Decisions
    ) {
        // What comes back goes first, so that no account is ever overdrawn, not even within a batch.
        for step in steps where !step.use.isOpen { carryOut(step, group, item, &out) }
        for credential in credentials {
            let premium = programme(of: credential)?.rewards.premium
            for step in PremiumGrants.settle(
                rewards.grants[credential.id], credential: credential, premium, now: context.now)
            {
                rewards.put(step)
                out.audit(RewardAudit.entry(step.grant), because: causes[credential.id] ?? item)
            }
        }
        for step in steps where step.use.isOpen { carryOut(step, group, item, &out) }
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
    private func claims(_ engagements: [EngagementFact], _ credentials: [CredentialFact]) -> [PremiumClaim] {
        var entitlements: [Premiums.Entitlement] = []
        var premiums: [Identifier: Premium] = [:]
        for credential in credentials where credential.status != .revoked {
            guard let premium = programme(of: credential)?.rewards.premium, premium.uses > 0 else { continue }
            premiums[credential.id] = premium
            entitlements.append(
                Premiums.Entitlement(
                    credential: credential.id, awardedAt: credential.awardedAt, validUntil: credential.validUntil,
                    uses: premium.uses))
        }
        let starts = engagements.compactMap { engagement in
            engagement.startedAt.map { Premiums.Start(engagement: engagement.id, at: $0) }
        }
        return Premiums.allocate(starts, entitlements).compactMap { use in
            guard let premium = premiums[use.credential], let credential = facts.credentials[use.credential],
                let engagement = facts.engagements[use.engagement], let startedAt = engagement.startedAt
            else { return nil }
            return PremiumClaim(
                engagement: use.engagement, credential: use.credential, contractor: credential.contractor,
                programme: credential.programme, programmeVersion: credential.programmeVersion,
                rateBasisPoints: premium.rateBasisPoints,
                amount: PremiumAmount.of(engagement.value, basisPoints: premium.rateBasisPoints, premium.rounding),
                valueAt: startedAt)
        }
    }

    private func holder(of contractor: Identifier) -> Identifier {
        context.roster.canonical(of: contractor)
    }

    private func programme(of credential: CredentialFact) -> ProgrammeDefinition? {
        context.programmes.find(programme: credential.programme, version: credential.programmeVersion)?.definition
    }
}
