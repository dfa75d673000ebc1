import Contracts
import Programmes

/// Which steps of a screening are left for a worker: those that no valid credential replaces (CRD-15).
enum ScreeningRule {
    /// The rule's name and version in answers and in the audit trail.
    static let rule = "screening-waiver/1"

    /// The answer to a question; whoever is not known has every step before them, and that is said as unknown.
    static func answer(
        _ query: CredentialQueryAsked, held: [HeldCredential]?, _ programmes: ProgrammeCatalogue, now: Timestamp
    ) -> CredentialQueryAnswered {
        let found = programmes.latest.filter { query.programme == nil || $0.id == query.programme }
            .flatMap { programme in
                programme.definition.screenings.filter { $0.id == query.screening }.map { (programme, $0) }
            }
        var answer = CredentialQueryAnswered(.screening, .unknown, reason: "", rule: rule, decidedAt: now)
        guard let (programme, plan) = found.first else {
            answer.reason = "No programme in force declares this screening."
            return answer
        }
        guard found.count == 1 else {
            answer.reason = "More than one programme declares a screening of this name; name the one that is meant."
            return answer
        }
        answer.programme = programme.id
        answer.programmeVersion = programme.version
        answer.basis = plan.basis
        answer.rule = "\(rule) \(plan.id)"
        guard let held else {
            answer.reason = "Nobody of this id is known here, so nothing is waived."
            answer.remainingSteps = plan.steps.map(\.id)
            return answer
        }
        let valid = held.filter { $0.programme == programme.id && $0.standing(at: now) == .valid }
        for step in plan.steps {
            // The one that lasts longest, so that the same facts always name the same credential.
            let replacing = valid.filter { step.replacedBy.contains($0.pathway) }
                .max { ($0.validUntil, $0.id) < ($1.validUntil, $1.id) }
            guard let replacing else {
                answer.remainingSteps.append(step.id)
                continue
            }
            answer.waivedSteps.append(WaivedStep(step: step.id, credential: replacing.id))
            if !answer.credentials.contains(where: { $0.credential == replacing.id }) {
                answer.credentials.append(replacing.ground)
            }
        }
        answer.verdict = answer.remainingSteps.isEmpty ? .yes : .no
        answer.reason =
            answer.remainingSteps.isEmpty
            ? "Valid credentials replace every step."
            : "\(answer.remainingSteps.count) of \(plan.steps.count) steps are left."
        return answer
    }
}
