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
    /// Its learning units, in the author's order; none where the learning happens elsewhere.
    public let units: [LearningUnit]
    /// How Guildhall itself assesses it; nil where results come from elsewhere.
    public let assessment: PathwayAssessment?
    /// What an invitation to it carries.
    public let invitation: InvitationPlan?
    /// Pathways of which a credential comes first.
    public let prerequisites: [String]
    /// The hours that its author declares for it, which its units and its assessment come near (PRG-04).
    public let hours: Decimal6?

    /// A pathway of these parts.
    public init(
        id: String,
        title: String,
        role: String,
        achievement: AchievementScope = .offering,
        passMark: Decimal6,
        credential: CredentialDefinition,
        offerings: [Offering],
        units: [LearningUnit] = [],
        assessment: PathwayAssessment? = nil,
        invitation: InvitationPlan? = nil,
        prerequisites: [String] = [],
        hours: Decimal6? = nil
    ) {
        self.id = id
        self.title = title
        self.role = role
        self.achievement = achievement
        self.passMark = passMark
        self.credential = credential
        self.offerings = offerings
        self.units = units
        self.assessment = assessment
        self.invitation = invitation
        self.prerequisites = prerequisites
        self.hours = hours
    }

    /// The key of what is achieved by passing an offering: the same key means the same credential.
    public func achievement(in offering: Offering) -> String {
        switch achievement {
        case .offering: offering.id
        }
    }

    /// The unit of an id.
    public func unit(_ id: String) -> LearningUnit? {
        units.first { $0.id == id }
    }

    /// Minutes of all units and of the assessment (PRG-04).
    public var minutes: Int { units.reduce(0) { $0 + $1.minutes } + (assessment?.minutes ?? 0) }
}
