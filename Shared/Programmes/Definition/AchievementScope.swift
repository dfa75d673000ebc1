/// What passing makes a new credential of.
public enum AchievementScope: String, CaseIterable, Hashable, Sendable {
    /// Each offering is an achievement of its own: passing another one is a new credential, no renewal.
    case offering
}
