/// The kinds of rewards (INC-01), each with its cost class and the behaviour that it is for (INC-02).
public enum RewardKind: String, CaseIterable, Hashable, Sendable {
    /// A preferred pool.
    case preferredPool = "preferred pool"
    /// High-value work first, for a limited time.
    case tieredAccess = "tiered access"
    /// A badge that can be shown.
    case publicBadge = "public badge"
    /// A small grant against receipts.
    case microGrant = "micro-grant"
    /// A temporary premium.
    case payPremium = "pay premium"
    /// A case study or testimonial.
    case caseStudy = "case study or testimonial"
    /// Priority for assignments.
    case priorityAssignment = "priority assignment"
    /// A bonus on a module or certificate.
    case wageTopUp = "wage top-up"
    /// A seat that an employer pays for.
    case scholarship

    /// What it costs.
    public var costClass: CostClass {
        switch self {
        case .preferredPool, .tieredAccess, .publicBadge, .caseStudy, .priorityAssignment: .low
        case .microGrant, .payPremium, .wageTopUp, .scholarship: .medium
        }
    }

    /// The behaviour that it is for.
    public var behaviour: String {
        switch self {
        case .preferredPool: "staying reachable for further engagements"
        case .tieredAccess: "taking on demanding assignments"
        case .publicBadge: "showing a proven skill"
        case .microGrant: "learning beyond the first course"
        case .payPremium: "finishing the training before an assignment"
        case .caseStudy: "documenting good work"
        case .priorityAssignment: "completing a pathway"
        case .wageTopUp: "finishing a module or a recognised certificate"
        case .scholarship: "taking up a longer course"
        }
    }
}
