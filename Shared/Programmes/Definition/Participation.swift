/// Whether a worker chooses to take part.
///
/// There is one case because there is one lawful answer (G1); it is written in every programme all the same, so that a
/// reader of the plan sees it.
public enum Participation: String, CaseIterable, Hashable, Sendable {
    /// Nothing happens before an opt-in, and declining costs nothing.
    case voluntary
}
