/// What a worker did with an attempt (ASM-05).
public enum AttemptAction: String, ContractWord {
    /// A layer was opened; its time runs from here.
    case started
    /// Answers were put down so far.
    case saved
    /// The layer was handed in.
    case submitted
}
