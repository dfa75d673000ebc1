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
        inputs.add("reward", id)
        inputs.add("sequence", state.sequence)
        var outcome = "announced"
        switch state {
        case let state as GrantState:
            inputs.add("credential", state.credential)
            inputs.add("paidMinorUnits", state.paid.minorUnits)
            inputs.add("until", state.until)
            outcome = state.status.rawValue
        case let state as ClaimState:
            inputs.add("grant", state.grant)
            inputs.add("askedMinorUnits", state.asked.minorUnits)
            inputs.add("approvedMinorUnits", state.approved.minorUnits)
            inputs.add("actor", state.actor)
            inputs.add("at", state.at)
            outcome = state.status.rawValue
        case let state as StipendState:
            inputs.add("task", state.task)
            inputs.add("amountMinorUnits", state.amount.minorUnits)
            outcome = state.isReturned ? "returned" : "recommended"
        case let state as StoryState:
            inputs.add("credential", state.credential)
            outcome = state.status.rawValue
        case let state as PriorityState:
            inputs.add("credential", state.credential)
            outcome = state.isRehireEligible || state.hasBriefPriority ? "set" : "ended"
        default: break
        }
        return AuditEntry(
            decision: "\(kind.rawValue).changed", contractor: contractor, rule: rule, programme: programme,
            programmeVersion: version, inputs: inputs.text, outcome: outcome)
    }

    /// What a budget line gave, refused, queued or got back.
    static func entry(_ allocation: Allocation) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("reward", allocation.id)
        inputs.add("line", allocation.line)
        if let quarter = allocation.quarter { inputs.add("quarter", quarter) }
        inputs.add("amountMinorUnits", allocation.amount.minorUnits)
        inputs.add("heldMinorUnits", allocation.share.held)
        inputs.add("committedMinorUnits", allocation.share.committed)
        return AuditEntry(
            decision: "budget-allocation.changed", contractor: allocation.contractor, rule: "budget-allocation/1",
            programme: allocation.programme, inputs: inputs.text, outcome: allocation.status.rawValue)
    }

    /// An outside record taken in.
    static func entry(_ fact: RecordFact) -> AuditEntry {
        var inputs = AuditInputs()
        inputs.add("record", fact.key.record)
        inputs.add("revision", fact.key.revision)
        if let override = fact.payload as? OverrideRecorded {
            inputs.add("reward", override.reward)
            inputs.add("decision", override.decision.rawValue)
            inputs.add("actor", override.actor)
        }
        let name = fact.type.name.split(separator: ".").dropFirst().first ?? "record"
        return AuditEntry(
            decision: "\(name).recorded", contractor: fact.contractor, rule: "record-intake/1",
            programme: fact.programme, inputs: inputs.text, outcome: "kept")
    }
}
