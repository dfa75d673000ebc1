/// A learning unit of 5 to 15 minutes (PRG-02, PRG-03).
public struct LearningUnit: Hashable, Sendable {
    /// Unique in the pathway; the `object` of a learning statement names it.
    public let id: String
    /// What people call it.
    public let title: String
    /// How long it takes.
    public let minutes: Int
    /// Why it is longer or shorter than 5 to 15 minutes, if it is.
    public let reason: String?
    /// The competency that it serves.
    public let competency: String
    /// By what one sees that it succeeded.
    public let success: String
    /// Where it stands in the pathway.
    public let level: UnitLevel
    /// The units that come before it.
    public let after: [String]
    /// How it is delivered.
    public let form: UnitForm
    /// Whether it works on a phone (PRG-07).
    public let isMobile: Bool

    /// A unit of these parts.
    public init(
        id: String,
        title: String,
        minutes: Int,
        reason: String? = nil,
        competency: String,
        success: String,
        level: UnitLevel = .core,
        after: [String] = [],
        form: UnitForm = .module,
        isMobile: Bool = true
    ) {
        self.id = id
        self.title = title
        self.minutes = minutes
        self.reason = reason
        self.competency = competency
        self.success = success
        self.level = level
        self.after = after
        self.form = form
        self.isMobile = isMobile
    }

    /// Minutes that a unit may last without a reason (PRG-02).
    public static let allowedMinutes = 5...15
}
