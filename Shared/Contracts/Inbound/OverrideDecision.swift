/// What a person decided on a reward beside its rule (INC-22).
public enum OverrideDecision: String, ContractWord {
    /// It is granted though the rule does not.
    case granted
    /// It is withheld though the rule grants it.
    case withheld
}
