import Contracts
import Programmes

/// Which grants a worker has earned (INC-08).
///
/// An outcome decision over all credentials of a person: the earliest completion of the plan's pathway earns the grant,
/// once per worker and programme, whatever happens to the credential later; only an outcome that turned out not to be
/// passed takes it away, and then what was approved stays. A person may grant or withhold it beside the rule, with
/// author and reason (INC-22).
enum Grants {
    /// The rule's name and version in the audit trail.
    static let rule = "micro-grant/1"

    /// The grants of a group.
    ///
    /// - Parameter isSettled: whether money is held for a grant already, which then stays the group's grant.
    static func earned(
        _ facts: GroupFacts, _ programmes: ProgrammeCatalogue, isSettled: (Identifier) -> Bool
    ) -> [GrantTerms] {
        var best: [String: GrantTerms] = [:]
        for credential in facts.credentials where !credential.isVoid {
            guard let programme = facts.programme(of: credential, programmes) else { continue }
            for plan in programme.definition.rewards.grants where plan.pathway == credential.pathway {
                let terms = terms(plan, credential)
                let key = "\(credential.programme)\n\(plan.id)"
                guard let known = best[key] else {
                    best[key] = terms
                    continue
                }
                if isSettled(terms.id), !isSettled(known.id) { best[key] = terms }
            }
        }
        for override in facts.overrides { apply(override, facts, programmes, &best) }
        return best.values.sorted { $0.id < $1.id }
    }

    private static func terms(_ plan: GrantPlan, _ credential: CredentialFact) -> GrantTerms {
        GrantTerms(
            id: GrantTerms.id(contractor: credential.contractor, programme: credential.programme, plan: plan.id),
            contractor: credential.contractor, programme: credential.programme,
            programmeVersion: credential.programmeVersion, plan: plan, credential: credential.id,
            earnedAt: credential.awardedAt, from: credential.awardedAt,
            until: GrantTerms.end(of: credential.awardedAt, plan))
    }

    /// The last override of a reward counts: they come in order of event time.
    private static func apply(
        _ override: Told<OverrideRecorded>, _ facts: GroupFacts, _ programmes: ProgrammeCatalogue,
        _ best: inout [String: GrantTerms]
    ) {
        let value = override.value
        let key = "\(value.programme)\n\(value.reward)"
        guard value.decision == .granted else {
            best[key] = nil
            return
        }
        guard let programme = programmes.find(programme: value.programme), let contractor = override.contractor,
            let plan = programme.definition.rewards.grants.first(where: { $0.id == value.reward })
        else { return }
        let held = best[key]
        let credential = held?.credential ?? facts.credentials.last { $0.programme == value.programme }?.id
        let from = max(value.eventTime, held?.from ?? value.eventTime)
        best[key] = GrantTerms(
            id: held?.id ?? GrantTerms.id(contractor: contractor, programme: value.programme, plan: plan.id),
            contractor: held?.contractor ?? contractor, programme: value.programme,
            programmeVersion: held?.programmeVersion ?? programme.version, plan: held?.plan ?? plan,
            credential: credential ?? override.id, earnedAt: held?.earnedAt ?? value.eventTime, from: from,
            until: GrantTerms.end(of: from, plan))
    }
}
