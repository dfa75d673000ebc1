import Contracts
import Programmes

/// Everything that a credential opens, from the written rules of its programme alone (GOV-25).
///
/// What is asked about actions, screenings and onboarding is judged by the programme's newest version, as those questions
/// are; what was promised with the credential, by the version that it was issued by.
struct EffectsRule {
    /// The rule's name and version in answers and in the audit trail.
    static let rule = "credential-effects/1"

    /// The credential.
    let credential: Credential
    /// The version that it was issued by.
    let issued: PublishedProgramme
    /// The newest version.
    let newest: PublishedProgramme
    /// The moment asked about.
    let now: Timestamp

    /// The effects, in the order of the programme.
    var effects: [CredentialEffect] {
        gates + screenings + onboarding + prerequisites + rewards + priorities + renewal
    }

    /// Whether it counts.
    var standing: HeldCredential.Standing { credential.held.standing(at: now) }

    /// What ends it, or keeps it from counting: each with the words of its rule.
    var ends: [(kind: String, rule: String, words: String)] {
        let definition = issued.definition.pathway(credential.pathway)?.credential
        let months = definition?.validityMonths ?? 0
        return [("expiry", "validity", "\(months) calendar months after it was earned: \(lapse)")]
            + (definition?.revocation ?? []).map { ("revocation", $0.id, $0.text) }
            + [
                ("revocation", "outcome", "The outcome that earned it turns out not to be passed."),
                ("suspension", "suspension", "A named person suspends it with a reason, until a day that is told."),
            ]
    }

    private var lapse: String { UTCText.seconds(credential.validUntil) }
    private var isValid: Bool { standing == .valid }
    private var withCredential: String {
        "When the credential lapses (\(lapse)), is revoked, or while it is suspended."
    }

    private func now(
        _ kind: CredentialEffect.Kind, _ id: String, _ opens: String, basis: String? = nil
    ) -> CredentialEffect {
        CredentialEffect(
            kind: kind, id: id, opens: opens, ends: withCredential, basis: basis, programmeVersion: newest.version,
            isInForce: isValid)
    }

    private func then(
        _ kind: CredentialEffect.Kind, _ id: String, _ opens: String, ends: String? = nil, isInForce: Bool? = nil
    ) -> CredentialEffect {
        CredentialEffect(
            kind: kind, id: id, opens: opens, ends: ends ?? withCredential, programmeVersion: issued.version,
            isInForce: isInForce ?? isValid)
    }

    private var gates: [CredentialEffect] {
        newest.definition.gates.filter { $0.requirement.pathways.contains(credential.pathway) }.map { gate in
            let others = gate.requirement.pathways.filter { $0 != credential.pathway }.joined(separator: ", ")
            let together =
                switch gate.requirement {
                case .any: ""
                case .all: others.isEmpty ? "" : ", together with credentials of: \(others)"
                }
            return now(.gate, gate.id, "\(gate.action) on \(gate.assetClass)\(together)", basis: gate.basis)
        }
    }

    private var screenings: [CredentialEffect] {
        newest.definition.screenings.flatMap { plan in
            plan.steps.filter { $0.replacedBy.contains(credential.pathway) }.map {
                now(
                    .screening, "\(plan.id)/\($0.id)", "The step \($0.title) of the screening \(plan.title) is waived.",
                    basis: plan.basis)
            }
        }
    }

    private var onboarding: [CredentialEffect] {
        newest.definition.onboarding.flatMap { role in
            role.steps.compactMap { step in
                let basis = step.basis.map { "\($0.kind.rawValue): \($0.reference)" }
                if step.kind == .credential, step.pathway == credential.pathway {
                    return now(
                        .onboarding, "\(role.role)/\(step.id)",
                        "The step \(step.title) of the onboarding for \(role.role) is done.", basis: basis)
                }
                guard step.waivedBy.contains(credential.pathway) else { return nil }
                return now(
                    .onboarding, "\(role.role)/\(step.id)",
                    "The step \(step.title) of the onboarding for \(role.role) is waived.", basis: basis)
            }
        }
    }

    private var prerequisites: [CredentialEffect] {
        newest.definition.pathways.filter { $0.prerequisites.contains(credential.pathway) }.map {
            now(.prerequisite, $0.id, "The pathway \($0.title) can be begun.")
        }
    }

    private var rewards: [CredentialEffect] {
        let rewards = issued.definition.rewards
        var effects = rewards.pools.map {
            then(.pool, $0.id, "A place in the pool \($0.title), without any exclusivity.")
        }
        effects += rewards.tiers.map {
            then(.tier, $0.id, "Assignments of the tier \($0.title) \($0.hours) hours before everybody else.")
        }
        if let premium = rewards.premium {
            let rate = Decimal6(millionths: premium.rateBasisPoints * (Decimal6.one / 100)).text
            effects.append(
                then(
                    .premium, "premium",
                    "A pay premium on the next \(premium.uses) engagements: \(rate) %, unless the worker's variant of an"
                        + " experiment says otherwise.",
                    ends: "When it was used \(premium.uses) times; before, when the credential lapses (\(lapse)), is"
                        + " revoked, or while it is suspended."))
        }
        effects += rewards.grants.filter { $0.pathway == credential.pathway }.map {
            let end = credential.awardedAt.adding(seconds: 86_400 * Int64($0.claimDays))
            return then(
                .grant, $0.id,
                "A grant of up to \($0.amount) against receipts for "
                    + $0.categories.map(\.rawValue).joined(separator: ", ")
                    + ", as its budget line \($0.line) has room.",
                ends: "\($0.claimDays) days after the award (\(UTCText.seconds(end))), or when it is paid out.",
                isInForce: standing != .revoked && now < end)
        }
        effects += rewards.stories.filter { $0.pathway == credential.pathway }.map {
            then(
                .story, $0.pathway, "A case study is offered; it is published only after a release (\($0.release)).",
                ends: "When the worker declines, or takes the release back.", isInForce: standing != .revoked)
        }
        return effects
    }

    private var priorities: [CredentialEffect] {
        issued.definition.rewards.priorities.filter { $0.pathway == credential.pathway }.flatMap { plan in
            [
                plan.isRehireEligible
                    ? then(.priority, "\(plan.pathway)/rehire", "Marked as eligible for rehire: a hint, no more.")
                    : nil,
                plan.hasBriefPriority
                    ? then(.priority, "\(plan.pathway)/briefs", "First in the order of high-value briefs.") : nil,
            ].compactMap { $0 }
        }
    }

    private var renewal: [CredentialEffect] {
        guard let definition = issued.definition.pathway(credential.pathway)?.credential,
            let path = definition.renewalPath
        else { return [] }
        let opening = credential.validUntil.adding(seconds: -86_400 * Int64(path.opensDaysBefore))
        let base =
            definition.renewal == .expiry
            ? "the old expiry, where that is still to come" : "the day on which the renewal is completed"
        return [
            then(
                .renewal, "renewal",
                "It can be renewed from \(UTCText.seconds(opening)) on (\(path.opensDaysBefore) days before it lapses),"
                    + " for \(definition.validityMonths) months from \(base).",
                ends: "When it is renewed, lapses (\(lapse)) or is revoked.",
                isInForce: (isValid || standing == .suspended) && opening <= now)
        ]
    }
}

extension Credential {
    /// It, as questions about it see it.
    fileprivate var held: HeldCredential {
        HeldCredential(
            id: id, programme: programme, programmeVersion: programmeVersion, pathway: pathway,
            achievement: achievement, revokedSince: status == .revoked ? statusSince : nil, reason: reason,
            validFrom: validFrom, validUntil: validUntil, suspension: suspension)
    }
}
