/// How a credential can be renewed before it lapses (CRD-05).
public struct RenewalPath: Hashable, Sendable {
    /// Days before the expiry at which it opens by itself.
    public let opensDaysBefore: Int
    /// Hours between two reminders of it.
    public let reminderHours: Int

    /// A renewal of these parts.
    public init(
        opensDaysBefore: Int = 30,
        reminderHours: Int = 168
    ) {
        self.opensDaysBefore = opensDaysBefore
        self.reminderHours = reminderHours
    }
}
