import Contracts
import Messaging

/// What the audit trail keeps of decisions about rewards (GOV-01).
enum RewardAudit {
    /// A place in a pool, opened, moved or closed.
    static func entry(_ place: PoolMembership) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.set("membership", place.id)
        inputs.set("credential", place.credential)
        inputs.set("pool", place.pool)
        inputs.set("from", place.from)
        inputs.set("until", place.until)
        inputs.set("sequence", place.sequence)
        return AuditEntry(
            decision: place.isOpen ? "pool-membership.opened" : "pool-membership.closed",
            contractor: place.contractor, rule: Pools.rule, programme: place.programme,
            programmeVersion: place.programmeVersion, inputs: inputs.json, outcome: place.reason)
    }

    /// Uses granted by a credential, or taken back.
    static func entry(_ grant: PremiumGrant) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.set("credential", grant.credential)
        inputs.set("units", grant.units)
        inputs.set("awardedAt", grant.valueAt)
        inputs.set("sequence", grant.sequence)
        return AuditEntry(
            decision: grant.isOpen ? "premium.granted" : "premium.grant-reversed", contractor: grant.contractor,
            rule: PremiumGrants.rule, programme: grant.programme, programmeVersion: grant.programmeVersion,
            inputs: inputs.json,
            outcome: grant.isOpen ? "\(grant.units) uses granted" : "\(grant.units) uses taken back")
    }

    /// A premium recommended for an engagement, or returned.
    static func entry(_ use: PremiumUse) -> AuditEntry {
        let claim = use.claim
        var inputs = AuditInputs()
        inputs.set("use", use.id)
        inputs.set("engagement", claim.engagement)
        inputs.set("credential", claim.credential)
        inputs.set("startedAt", claim.valueAt)
        inputs.set("rateBasisPoints", claim.rateBasisPoints)
        if let amount = claim.amount {
            inputs.set("amountMinorUnits", amount.minorUnits)
            inputs.set("currency", amount.currency)
        }
        inputs.set("sequence", use.sequence)
        return AuditEntry(
            decision: use.isOpen ? "premium.recommended" : "premium.returned", contractor: claim.contractor,
            rule: Premiums.rule, programme: claim.programme, programmeVersion: claim.programmeVersion,
            inputs: inputs.json, outcome: use.isOpen ? "premium recommended" : "premium returned")
    }

    /// Earnings taken in.
    static func earning(_ key: EarningFact.Key, _ record: EarningsRecorded, _ contractor: Identifier?) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.set("engagement", Identifier.engagement(source: key.source, id: record.engagement))
        inputs.set("revision", key.revision)
        inputs.set("grossMinorUnits", record.gross.minorUnits)
        inputs.set("currency", record.gross.currency)
        return AuditEntry(
            decision: "earnings.recorded", contractor: contractor, rule: "earnings-intake/1", inputs: inputs.json,
            outcome: "kept")
    }
}
