/// How far an engagement has come, as the system that runs it says.
public enum EngagementStatus: String, ContractWord {
    /// A client asked for somebody.
    case requested
    /// The work was offered to the contractor.
    case offered
    /// The contractor accepted.
    case accepted
    /// The contractor is being onboarded.
    case onboarding
    /// The work is being done.
    case active
    /// The work goes on longer than planned.
    case extended
    /// The work is over.
    case ended
    /// It was called off before it started.
    case cancelled
    /// The contractor stepped back before it started.
    case withdrawn
}
