/// What the layers of an assessment come to (ASM-04).
public enum OutcomeVerdict: String, ContractWord {
    /// Passed.
    case pass
    /// Not passed.
    case fail
    /// Inside the borderline band: a live review decides.
    case refer
}
