/// Where a unit stands in a pathway (PRG-06).
public enum UnitLevel: String, CaseIterable, Hashable, Sendable {
    /// A core topic: product knowledge, safety, customer service.
    case core
    /// An advanced topic, which comes after core ones.
    case advanced
}
