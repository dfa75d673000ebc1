/// How a learning unit is delivered (PRG-09).
public enum UnitForm: String, CaseIterable, Hashable, Sendable {
    /// A module on demand.
    case module
    /// A simulation.
    case simulation
    /// A real-world task.
    case task
    /// A template to work with.
    case template
    /// Watching somebody at work.
    case shadowing
    /// A talk with a mentor.
    case mentoring
}
