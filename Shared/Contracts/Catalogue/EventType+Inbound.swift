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
    /// A worker is to be invited to an offering, or an invitation is taken back.
    public static let invitationRecorded = EventType("guildhall.invitation.recorded.v1")
    /// A worker saw that there is a programme.
    public static let discoveryRecorded = EventType("guildhall.discovery.recorded.v1")
    /// A worker opened a sign-up link and agreed to what it shows.
    public static let signUpRecorded = EventType("guildhall.sign-up.recorded.v1")
    /// How a worker wants to be spoken to.
    public static let preferenceRecorded = EventType("guildhall.preference.recorded.v1")
    /// A step of an onboarding case was taken.
    public static let stepRecorded = EventType("guildhall.onboarding-step.recorded.v1")
    /// What Operations and Procurement agreed on for the start of engagements.
    public static let agreementRecorded = EventType("guildhall.agreement.recorded.v1")
    /// A question whether work on an engagement may be billed.
    public static let billingQueryAsked = EventType("guildhall.billing-query.asked.v1")
    /// A worker started, saved or handed in a layer of an assessment.
    public static let attemptRecorded = EventType("guildhall.attempt.recorded.v1")
    /// A reviewer scored a practical task, or held a live review.
    public static let reviewRecorded = EventType("guildhall.review.recorded.v1")
    /// A worker wrote, handed in or took back a claim on a grant.
    public static let claimRecorded = EventType("guildhall.claim.recorded.v1")
    /// A person decided on a claim, or paid it.
    public static let claimDecisionRecorded = EventType("guildhall.claim-decision.recorded.v1")
    /// A client spoke well of a worker's work.
    public static let testimonialRecorded = EventType("guildhall.testimonial.recorded.v1")
    /// A worker released a case study or a testimonial, changed it, or declined.
    public static let releaseRecorded = EventType("guildhall.release.recorded.v1")
    /// A payer paid a stipend or a premium.
    public static let paymentRecorded = EventType("guildhall.payment.recorded.v1")
    /// A person granted or withheld a reward beside its rule.
    public static let overrideRecorded = EventType("guildhall.override.recorded.v1")
    /// A high-value assignment is open, to its pool first.
    public static let briefRecorded = EventType("guildhall.brief.recorded.v1")
    /// The answer to a question about billing, with its reasons.
    public static let billingQueryAnswered = EventType("guildhall.billing-query.answered.v1")
}
