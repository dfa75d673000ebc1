/// Whose word a consent rests on.
public enum ConsentBasis: String, ContractWord {
    /// The worker said so in person.
    case worker
    /// The source recorded that the worker did.
    case recordedBySource = "recorded-by-source"
}
