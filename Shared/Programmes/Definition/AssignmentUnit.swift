/// Who is assigned to a variant as a whole (EXP-01, EXP-04).
public enum AssignmentUnit: String, Hashable, Sendable, CaseIterable {
    /// Each worker.
    case worker
    /// All workers of a client together, such as where they would talk to each other.
    case client
}
