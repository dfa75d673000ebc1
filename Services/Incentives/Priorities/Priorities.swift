import Contracts
import Programmes

/// Who is marked as eligible for rehire, and who stands first in the order of high-value briefs (INC-17, INC-18).
///
/// A hint for whoever matches people and work: it opens nothing and closes nothing. It lasts as long as a credential
/// that brings it is valid, pauses while that is suspended, and ends on revocation (INC-30).
enum Priorities {
    /// The rule's name and version in the audit trail.
    static let rule = "rehire-priority/1"

    /// The priorities of a group, one a programme; sequences are left to the announcement.
    static func settle(_ facts: GroupFacts, _ programmes: ProgrammeCatalogue, now: Timestamp) -> [PriorityState] {
        var priorities: [String: PriorityState] = [:]
        for credential in facts.credentials where credential.status == .valid {
            if credential.gaps.contains(where: { $0.contains(now) }) { continue }
            guard let programme = facts.programme(of: credential, programmes) else { continue }
            for plan in programme.definition.rewards.priorities where plan.pathway == credential.pathway {
                var state =
                    priorities[credential.programme]
                    ?? PriorityState(
                        priority: .derived("rehire-priority", facts.holder, credential.programme),
                        contractor: facts.holder, programme: credential.programme,
                        programmeVersion: credential.programmeVersion, isRehireEligible: false,
                        hasBriefPriority: false, credential: credential.id, from: credential.awardedAt,
                        until: credential.validUntil, sequence: 0)
                state.isRehireEligible = state.isRehireEligible || plan.isRehireEligible
                state.hasBriefPriority = state.hasBriefPriority || plan.hasBriefPriority
                if state.until < credential.validUntil {
                    state.until = credential.validUntil
                    state.credential = credential.id
                    state.programmeVersion = credential.programmeVersion
                }
                priorities[credential.programme] = state
            }
        }
        return priorities.values.sorted { $0.priority < $1.priority }
    }
}
