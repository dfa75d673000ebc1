// What services tell each other.
extension EventType {
    /// Two contractors are one person.
    public static let contractorLinked = EventType("guildhall.contractor.linked.v1")
    /// Two contractors are no longer one person.
    public static let contractorUnlinked = EventType("guildhall.contractor.unlinked.v1")
    /// A contractor accepted an engagement.
    public static let engagementAccepted = EventType("guildhall.engagement.accepted.v1")
    /// An engagement started.
    public static let engagementStarted = EventType("guildhall.engagement.started.v1")
    /// An engagement ended.
    public static let engagementEnded = EventType("guildhall.engagement.ended.v1")
    /// An engagement was called off before it started.
    public static let engagementCancelled = EventType("guildhall.engagement.cancelled.v1")
    /// An engagement changed in any other way.
    public static let engagementRevised = EventType("guildhall.engagement.revised.v1")
    /// A contractor takes part in an offering.
    public static let enrolmentOpened = EventType("guildhall.enrolment.opened.v1")
    /// A contractor opted out of an offering.
    public static let enrolmentWithdrawn = EventType("guildhall.enrolment.withdrawn.v1")
    /// A contractor started an offering's assessments.
    public static let assessmentStarted = EventType("guildhall.assessment.started.v1")
    /// An offering's results were weighed.
    public static let outcomeDecided = EventType("guildhall.assessment-outcome.decided.v1")
    /// A late fact changed an outcome.
    public static let outcomeCorrected = EventType("guildhall.assessment-outcome.corrected.v1")
    /// A credential was issued.
    public static let credentialIssued = EventType("guildhall.credential.issued.v1")
    /// A late fact changed a credential.
    public static let credentialCorrected = EventType("guildhall.credential.corrected.v1")
    /// A credential's term is over.
    public static let credentialLapsed = EventType("guildhall.credential.lapsed.v1")
    /// A credential was taken back.
    public static let credentialRevoked = EventType("guildhall.credential.revoked.v1")
    /// A contractor joined a pool.
    public static let poolJoined = EventType("guildhall.pool-membership.opened.v1")
    /// A contractor left a pool.
    public static let poolLeft = EventType("guildhall.pool-membership.closed.v1")
    /// An engagement gets a premium.
    public static let premiumRecommended = EventType("guildhall.premium.recommended.v1")
    /// A premium came back.
    public static let premiumReturned = EventType("guildhall.premium.returned.v1")
    /// An onboarding case was opened, or what it asks for changed.
    public static let caseOpened = EventType("guildhall.onboarding-case.opened.v1")
    /// The time of an onboarding case runs out, and steps are missing.
    public static let caseWarned = EventType("guildhall.onboarding-case.warned.v1")
    /// The time of an onboarding case is over, and steps are missing.
    public static let caseBreached = EventType("guildhall.onboarding-case.breached.v1")
    /// Everything is there: work may be billed.
    public static let caseCleared = EventType("guildhall.onboarding-case.cleared.v1")
    /// A late fact changed what was announced of a case.
    public static let caseCorrected = EventType("guildhall.onboarding-case.corrected.v1")
    /// A worker is invited to an offering.
    public static let invitationIssued = EventType("guildhall.invitation.issued.v1")
    /// An invitation was taken back.
    public static let invitationWithdrawn = EventType("guildhall.invitation.withdrawn.v1")
    /// A person is to be told something, once.
    public static let noticeIssued = EventType("guildhall.notice.issued.v1")
    /// A worker saw a programme for the first time.
    public static let discoveryNoted = EventType("guildhall.discovery.noted.v1")
    /// Time was reported for days before the case was cleared, or that was taken back.
    public static let billingViolated = EventType("guildhall.billing-violation.flagged.v1")
    /// A worker met the variant of an experiment.
    public static let exposureRecorded = EventType("guildhall.exposure.recorded.v1")
    /// An experiment reached another stage: it runs, a variant is stopped, it is concluded or rolled out.
    public static let experimentChanged = EventType("guildhall.experiment.changed.v1")
    /// A task of an assessment was completed.
    public static let taskCompleted = EventType("guildhall.assessment-task.completed.v1")
    /// The assessment of a renewal was passed, or that was taken back.
    public static let renewalPassed = EventType("guildhall.credential-renewal.passed.v1")
    /// A credential is about to lapse and can be renewed.
    public static let renewalOpened = EventType("guildhall.credential-renewal.opened.v1")
    /// A credential was renewed: its term is longer.
    public static let credentialRenewed = EventType("guildhall.credential.renewed.v1")
    /// A credential is suspended until a day, or its suspension was lifted.
    public static let credentialSuspended = EventType("guildhall.credential.suspended.v1")
    /// A worker's grant became claimable, waits, was used, or ended.
    public static let grantChanged = EventType("guildhall.grant.changed.v1")
    /// A claim on a grant came a step further.
    public static let claimChanged = EventType("guildhall.grant-claim.changed.v1")
    /// A completed task is to be paid; the payer pays it.
    public static let stipendRecommended = EventType("guildhall.stipend.recommended.v1")
    /// A stipend was taken back, because its cause fell away.
    public static let stipendReturned = EventType("guildhall.stipend.returned.v1")
    /// A case study or testimonial was offered, released or declined.
    public static let storyChanged = EventType("guildhall.story.changed.v1")
    /// Whether a worker may be rehired first, and stands first for high-value briefs.
    public static let priorityChanged = EventType("guildhall.rehire-priority.changed.v1")
    /// Hours were reported of somebody.
    public static let timeNoted = EventType("guildhall.time.noted.v1")
}
