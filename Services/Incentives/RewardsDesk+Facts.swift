import Contracts
import Messaging
import Programmes

/// How a desk takes in what it is told.
extension RewardsDesk {
    mutating func take(_ state: EngagementState, _ item: Item) {
        guard facts.merge(EngagementFact(state)) else { return }
        causes[state.engagement] = item
        touch(state.contractor, item)
    }

    mutating func take(_ state: CredentialState, _ item: Item, _ out: inout Decisions) {
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

    /// What another service told is kept; what follows from it is settled next.
    ///
    /// Of programmes that Guildhall does not deliver nothing is kept, since nothing follows.
    mutating func take(_ fact: ToldFact, version: Int64, _ item: Item, _ out: inout Decisions) {
        guard let programme = context.programmes.find(programme: fact.programme, version: version) else {
            return out.park(item, reason: "version \(version) of programme \(fact.programme) is not published")
        }
        guard programme.definition.delivery == .guildhall else { return }
        if let known = told[fact.id], known.sequence >= fact.sequence { return }
        told[fact.id] = fact
        if fact.kind != .enrolment { unsettled.insert(holder(of: fact.contractor)) }
    }

    mutating func take(_ record: any InboundRecord, _ item: Item, _ out: inout Decisions) {
        switch records.take(record, item, context) {
        case .repeated: out.duplicate(item)
        case .refused(let refusal): out.refuse(item, refusal)
        case .fresh:
            if let fact = records.fresh.last { out.audit(SettlementAudit.entry(fact), because: item) }
            if let contractor = item.contractor { unsettled.insert(holder(of: contractor)) }
        }
    }

    mutating func take(_ timer: TimerFired, _ item: Item, _ out: inout Decisions) {
        guard timer.kind == Settlement.timer, let contractor = item.contractor else {
            return out.park(item, reason: "incentives has no timer \(timer.kind)")
        }
        settled.insert(holder(of: contractor))
        touch(contractor, item)
    }

    /// No reward depends on earnings yet; they are kept.
    mutating func take(_ record: EarningsRecorded, _ item: Item, _ out: inout Decisions) {
        guard facts.merge(EarningFact(record, from: item.source)) else {
            out.duplicate(item)
            return
        }
        let fact = EarningFact.key(of: record, from: item.source)
        out.audit(RewardAudit.earning(fact, record, item.contractor), because: item)
    }

    /// Whose facts count together has changed.
    mutating func relink(_ item: Item) {
        for contractor in [item.contractor].compactMap({ $0 }) + item.related { touch(contractor, item) }
    }

    mutating func touch(_ contractor: Identifier, _ item: Item) {
        touched[context.roster.canonical(of: contractor)] = item
    }
}
