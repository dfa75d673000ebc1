/// How bad an incident is.
public enum IncidentSeverity: String, ContractWord {
    /// Little harm.
    case low
    /// Some harm.
    case medium
    /// Great harm.
    case high
    /// Work stands still, or somebody was hurt.
    case critical
}
