/// Who answers for a part of a programme (GOV-13).
public enum OwnerRole: String, CaseIterable, Hashable, Sendable {
    /// Talent Procurement.
    case talentProcurement = "talent procurement"
    /// Legal.
    case legal
    /// Operations.
    case operations
    /// Learning and Development.
    case learning
    /// Finance.
    case finance
    /// The worker alone.
    case worker
}
