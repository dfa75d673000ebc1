/// Which of several attempts counts (ASM-24).
public enum AttemptCounting: String, CaseIterable, Hashable, Sendable {
    /// The one with the highest score; the earlier among equals.
    case best
    /// The first one.
    case first
    /// The last one that was handed in.
    case last
}
