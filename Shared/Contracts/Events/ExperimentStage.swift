/// How far an experiment has come (EXP-10, EXP-12, EXP-15).
public enum ExperimentStage: String, ContractWord {
    /// The first worker met a variant.
    case running
    /// A guardrail was broken by a variant: nobody new meets it.
    case variantStopped = "variant-stopped"
    /// What may be concluded is known, or that nothing may be.
    case concluded
    /// A variant was made the programme's default.
    case rolledOut = "rolled-out"
}
