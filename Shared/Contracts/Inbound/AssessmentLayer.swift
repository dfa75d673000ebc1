/// A layer of an assessment (ASM-01 to ASM-03).
public enum AssessmentLayer: String, ContractWord {
    /// Multiple choice from a pool, scored by rule.
    case quiz
    /// A practical task, scored against a rubric.
    case practical
    /// A short live review inside the borderline band.
    case review
}
