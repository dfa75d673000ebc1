/// The onboarding of a role: its checklist, its clock, what the worker is shown first.
public struct OnboardingRole: Hashable, Sendable {
    /// The role, by its code.
    public let role: String
    /// Hours until everything has to be there, unless an agreement says otherwise (ONB-03).
    public let hours: Int
    /// Hours before that at which a warning is given (ONB-04).
    public let warningHours: Int
    /// When the clock begins.
    public let clockStart: ClockStart
    /// The checklist, in the author's order.
    public let steps: [OnboardingStep]
    /// The text that shows benefits, paths and expected earnings (ONB-14).
    public let welcome: String
    /// The pay structure (ONB-15).
    public let milestones: [PayMilestone]

    /// An onboarding of these parts.
    public init(
        role: String,
        hours: Int = 72,
        warningHours: Int = 24,
        clockStart: ClockStart = .acceptance,
        steps: [OnboardingStep],
        welcome: String = "welcome",
        milestones: [PayMilestone] = []
    ) {
        self.role = role
        self.hours = hours
        self.warningHours = warningHours
        self.clockStart = clockStart
        self.steps = steps
        self.welcome = welcome
        self.milestones = milestones
    }

    /// The step of an id.
    public func step(_ id: String) -> OnboardingStep? {
        steps.first { $0.id == id }
    }
}
