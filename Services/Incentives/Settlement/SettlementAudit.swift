import Contracts
import Messaging

/// What the audit trail keeps of settlements (GOV-01), and under which event each is announced.
enum SettlementAudit {
    /// The event that announces a state.
    static func event(of state: any Announced, _ kind: Announcement.Kind) -> EventType {
        (state as? StipendState)?.isReturned == true ? .stipendReturned : kind.type
    }

    /// Whom a state is about.
    static func contractor(of state: any Announced) -> Identifier? {
        switch state {
        case let state as GrantState: state.contractor
        case let state as ClaimState: state.contractor
        case let state as StipendState: state.contractor
        case let state as StoryState: state.contractor
        case let state as PriorityState: state.contractor
        default: nil
        }
    }

    /// A reward that was announced anew.
    static func entry(
        _ state: any Announced, _ id: Identifier, _ kind: Announcement.Kind, _ contractor: Identifier, _ rule: String,
        _ programme: String, _ version: Int64?
    ) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.set("reward", id)
        inputs.set("sequence", state.sequence)
        var outcome = "announced"
        switch state {
        case let state as GrantState:
            inputs.set("credential", state.credential)
            inputs.set("paidMinorUnits", state.paid.minorUnits)
            inputs.set("until", state.until)
            outcome = state.status.rawValue
        case let state as ClaimState:
            inputs.set("grant", state.grant)
            inputs.set("askedMinorUnits", state.asked.minorUnits)
            inputs.set("approvedMinorUnits", state.approved.minorUnits)
            inputs.set("actor", state.actor)
            inputs.set("at", state.at)
            outcome = state.status.rawValue
        case let state as StipendState:
            inputs.set("task", state.task)
            inputs.set("amountMinorUnits", state.amount.minorUnits)
            outcome = state.isReturned ? "returned" : "recommended"
        case let state as StoryState:
            inputs.set("credential", state.credential)
            outcome = state.status.rawValue
        case let state as PriorityState:
            inputs.set("credential", state.credential)
            outcome = state.isRehireEligible || state.hasBriefPriority ? "set" : "ended"
        default: break
        }
        return AuditEntry(
            decision: "\(kind.rawValue).changed", contractor: contractor, rule: rule, programme: programme,
            programmeVersion: version, inputs: inputs.json, outcome: outcome)
    }

    /// What a budget line gave, refused, queued or got back.
    static func entry(_ allocation: Allocation) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.set("reward", allocation.id)
        inputs.set("line", allocation.line)
        if let quarter = allocation.quarter { inputs.set("quarter", quarter) }
        inputs.set("amountMinorUnits", allocation.amount.minorUnits)
        inputs.set("heldMinorUnits", allocation.share.held)
        inputs.set("committedMinorUnits", allocation.share.committed)
        return AuditEntry(
            decision: "budget-allocation.changed", contractor: allocation.contractor, rule: "budget-allocation/1",
            programme: allocation.programme, inputs: inputs.json, outcome: allocation.status.rawValue)
    }

    /// An outside record taken in.
    static func entry(_ fact: RecordFact) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.set("record", fact.key.record)
        inputs.set("revision", fact.key.revision)
        if let override = fact.payload as? OverrideRecorded {
            inputs.set("reward", override.reward)
            inputs.set("decision", override.decision.rawValue)
            inputs.set("actor", override.actor)
        }
        let name = fact.type.name.split(separator: ".").dropFirst().first ?? "record"
        return AuditEntry(
            decision: "\(name).recorded", contractor: fact.contractor, rule: "record-intake/1",
            programme: fact.programme, inputs: inputs.json, outcome: "kept")
    }
}
