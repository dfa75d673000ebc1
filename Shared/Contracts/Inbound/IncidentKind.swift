/// What sort of trouble was recorded.
public enum IncidentKind: String, ContractWord {
    /// A support ticket.
    case ticket
    /// Something that went wrong at work.
    case incident
    /// A defect of what was delivered.
    case defect
}
