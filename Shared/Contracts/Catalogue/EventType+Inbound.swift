// What outside publishers send.
extension EventType {
    /// A role is wanted, filled or withdrawn.
    public static let requisitionRecorded = EventType("guildhall.requisition.recorded.v1")
    /// The engagement record of an outside system.
    public static let engagementRecorded = EventType("guildhall.engagement.recorded.v1")
    /// An outside check.
    public static let verificationRecorded = EventType("guildhall.verification.recorded.v1")
    /// A consent, given or withdrawn.
    public static let consentRecorded = EventType("guildhall.consent.recorded.v1")
    /// A score of an outside assessment.
    public static let assessmentResultRecorded = EventType("guildhall.assessment-result.recorded.v1")
    /// An xAPI statement.
    public static let learningRecorded = EventType("guildhall.learning.recorded.v1")
    /// Earnings of a period.
    public static let earningsRecorded = EventType("guildhall.earnings.recorded.v1")
    /// Hours of a period.
    public static let timeReported = EventType("guildhall.time.reported.v1")
    /// Units, errors and revisions.
    public static let workReported = EventType("guildhall.work.reported.v1")
    /// A client's score.
    public static let ratingRecorded = EventType("guildhall.rating.recorded.v1")
    /// A ticket, an incident or a defect.
    public static let incidentRecorded = EventType("guildhall.incident.recorded.v1")
    /// A question about credentials.
    public static let credentialQueryAsked = EventType("guildhall.credential-query.asked.v1")
    /// The answer to such a question.
    public static let credentialQueryAnswered = EventType("guildhall.credential-query.answered.v1")
}
