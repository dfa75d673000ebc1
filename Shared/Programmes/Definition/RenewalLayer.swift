/// A layer that a renewal asks for (CRD-06).
public enum RenewalLayer: String, CaseIterable, Hashable, Sendable {
    /// The quiz.
    case quiz
    /// The practical task.
    case practical
}
