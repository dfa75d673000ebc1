/// What a programme is for (PRG-17).
public enum Objective: String, CaseIterable, Hashable, Sendable {
    /// People are productive sooner.
    case rampUp = "faster ramp-up"
    /// A rare skill is certified.
    case niche = "niche certification"
    /// People can move between projects.
    case flexibility = "cross-project flexibility"
    /// Good people come back.
    case retention = "retention of top people"
}
