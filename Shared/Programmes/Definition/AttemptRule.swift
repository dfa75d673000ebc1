/// How often an assessment may be attempted (ASM-24).
public struct AttemptRule: Hashable, Sendable {
    /// How many attempts there are.
    public let most: Int
    /// Hours between handing one in and starting the next.
    public let waitHours: Int
    /// Which one counts.
    public let counting: AttemptCounting

    /// A rule of these parts.
    public init(
        most: Int = 3,
        waitHours: Int = 24,
        counting: AttemptCounting = .best
    ) {
        self.most = most
        self.waitHours = waitHours
        self.counting = counting
    }
}
