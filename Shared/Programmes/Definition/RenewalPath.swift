/// How a credential can be renewed before it lapses (CRD-05).
public struct RenewalPath: Hashable, Sendable {
    /// Days before the expiry at which it opens by itself.
    public let opensDaysBefore: Int
    /// Hours between two reminders of it.
    public let reminderHours: Int
    /// The text of such a reminder.
    public let text: String

    /// A renewal of these parts.
    public init(
        opensDaysBefore: Int = 30,
        reminderHours: Int = 168,
        text: String = "renewal"
    ) {
        self.opensDaysBefore = opensDaysBefore
        self.reminderHours = reminderHours
        self.text = text
    }
}
