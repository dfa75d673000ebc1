import Contracts

/// One way through a programme: the work it prepares for, how it is judged, and the credential it ends in.
public struct Pathway: Hashable, Sendable {
    /// Unique in the programme.
    public let id: String
    /// What people call it.
    public let title: String
    /// The role whose engagements it serves.
    public let role: String
    /// What passing makes a new credential of.
    public let achievement: AchievementScope
    /// The lowest weighted mean of the coursework that passes, in percent (0 to 100).
    public let passMark: Decimal6
    /// What is issued on passing.
    public let credential: CredentialDefinition
    /// The times it is held, in the author's order.
    public let offerings: [Offering]

    /// A pathway of these parts.
    public init(
        id: String,
        title: String,
        role: String,
        achievement: AchievementScope = .offering,
        passMark: Decimal6,
        credential: CredentialDefinition,
        offerings: [Offering],
    ) {
        self.id = id
        self.title = title
        self.role = role
        self.achievement = achievement
        self.passMark = passMark
        self.credential = credential
        self.offerings = offerings
    }

    /// The key of what is achieved by passing an offering: the same key means the same credential.
    public func achievement(in offering: Offering) -> String {
        switch achievement {
        case .offering: offering.id
        }
    }
}
