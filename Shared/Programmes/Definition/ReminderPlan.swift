/// How people are reminded (ONB-10).
public struct ReminderPlan: Hashable, Sendable {
    /// Hours between two reminders.
    public let everyHours: Int
    /// The text of a reminder.
    public let text: String

    /// A plan of these parts.
    public init(
        everyHours: Int = 48,
        text: String = "reminder"
    ) {
        self.everyHours = everyHours
        self.text = text
    }
}
