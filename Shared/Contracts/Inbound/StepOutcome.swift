/// What became of a step of an onboarding case.
public enum StepOutcome: String, ContractWord {
    /// The worker saw the text.
    case seen
    /// The work of the step was done.
    case done
    /// What was asked for was met.
    case passed
    /// What was asked for was not met.
    case failed
    /// A submission was accepted.
    case accepted
    /// A submission was not accepted.
    case rejected
}
