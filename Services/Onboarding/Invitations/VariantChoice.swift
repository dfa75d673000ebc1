import Contracts
import Programmes

/// Which variants an invitation follows, and which of them the worker meets by it (EXP-04, EXP-05, EXP-12, EXP-15).
struct VariantChoice: Sendable {
    let programme: ProgrammeDefinition
    let pathway: String
    let contractor: Identifier
    /// For whom the worker is invited.
    let client: String?
    let invitedAt: Timestamp

    /// The variant of each experiment whose texts and rewards the invitation shows.
    ///
    /// Whoever would meet a variant that was stopped by then gets the control instead.
    func followed(_ stops: [ExperimentStop]) -> [String: String] {
        var followed: [String: String] = [:]
        for plan in programme.experiments where plan.pathway.map({ $0 == pathway }) ?? true {
            followed[plan.id] = isStopped(plan, stops) ? plan.variants.first?.id : met(of: plan)?.id
        }
        return followed
    }

    /// The variant that is met by the invitation where nothing was stopped: the one that was rolled out by then, or
    /// else in the days of the experiment the assigned one; nil for whoever takes no part.
    func met(of plan: ExperimentPlan) -> ExperimentVariant? {
        let day = invitedAt.day
        if let variant = plan.rolledOut(on: day) { return variant }
        guard plan.from <= day, day <= plan.until else { return nil }
        return VariantAssignment.variant(of: contractor, client: client, in: plan)
    }

    private func isStopped(_ plan: ExperimentPlan, _ stops: [ExperimentStop]) -> Bool {
        // A roll-out is decided by people who know of the stop.
        guard plan.rolledOut(on: invitedAt.day) == nil, let variant = met(of: plan)?.id else { return false }
        return stops.contains {
            $0.programme == programme.id && $0.experiment == plan.id && $0.variant == variant
                && $0.stoppedAt <= invitedAt
        }
    }
}
