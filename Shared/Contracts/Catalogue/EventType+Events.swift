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
}
