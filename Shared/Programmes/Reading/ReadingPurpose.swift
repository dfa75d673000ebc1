/// What a programme's text is read for.
public enum ReadingPurpose: Hashable, Sendable {
    /// To be published: the guardrails are asked too.
    case publication
    /// To be used, as a version that was published: later guardrails do not reach back.
    case use
}
