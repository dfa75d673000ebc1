import Contracts
import Messaging

/// What the audit trail keeps of decisions about rewards (GOV-01).
enum RewardAudit {
    /// A place in a pool, opened, moved or closed.
    static func entry(_ place: PoolMembership) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("membership", place.id)
        inputs.add("credential", place.credential)
        inputs.add("pool", place.pool)
        inputs.add("from", place.from)
        inputs.add("until", place.until)
        inputs.add("sequence", place.sequence)
        return AuditEntry(
            decision: place.isOpen ? "pool-membership.opened" : "pool-membership.closed",
            contractor: place.contractor, rule: Pools.rule, programme: place.programme,
            programmeVersion: place.programmeVersion, inputs: inputs.text, outcome: place.reason)
    }

    /// Uses granted by a credential, or taken back.
    static func entry(_ grant: PremiumGrant) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("credential", grant.credential)
        inputs.add("units", grant.units)
        inputs.add("awardedAt", grant.valueAt)
        inputs.add("sequence", grant.sequence)
        return AuditEntry(
            decision: grant.isOpen ? "premium.granted" : "premium.grant-reversed", contractor: grant.contractor,
            rule: PremiumGrants.rule, programme: grant.programme, programmeVersion: grant.programmeVersion,
            inputs: inputs.text,
            outcome: grant.isOpen ? "\(grant.units) uses granted" : "\(grant.units) uses taken back")
    }

    /// A premium recommended for an engagement, or returned.
    static func entry(_ use: PremiumUse) -> AuditEntry {
        let claim = use.claim
        var inputs = AuditInputs()
        inputs.add("use", use.id)
        inputs.add("engagement", claim.engagement)
        inputs.add("credential", claim.credential)
        inputs.add("startedAt", claim.valueAt)
        inputs.add("rateBasisPoints", claim.rateBasisPoints)
        if let amount = claim.amount {
            inputs.add("amountMinorUnits", amount.minorUnits)
            inputs.add("currency", amount.currency)
        }
        inputs.add("sequence", use.sequence)
        return AuditEntry(
            decision: use.isOpen ? "premium.recommended" : "premium.returned", contractor: claim.contractor,
            rule: Premiums.rule, programme: claim.programme, programmeVersion: claim.programmeVersion,
            inputs: inputs.text, outcome: use.isOpen ? "premium recommended" : "premium returned")
    }

    /// Earnings taken in.
    static func earning(_ key: EarningFact.Key, _ record: EarningsRecorded, _ contractor: Identifier?) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("engagement", Identifier.engagement(source: key.source, id: record.engagement))
        inputs.add("revision", key.revision)
        inputs.add("grossMinorUnits", record.gross.minorUnits)
        inputs.add("currency", record.gross.currency)
        return AuditEntry(
            decision: "earnings.recorded", contractor: contractor, rule: "earnings-intake/1", inputs: inputs.text,
            outcome: "kept")
    }
}
