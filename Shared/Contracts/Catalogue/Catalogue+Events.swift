extension Catalogue {
    /// What services tell each other and the outside.
    static let events: [Contract] = [
        Contract(
            .contractorLinked, .event, .onboarding, ContractorLink.self,
            "Two contractors are one person: the alias resolves to the older id."),
        Contract(
            .contractorUnlinked, .event, .onboarding, ContractorLink.self,
            "A link was undone: the alias stands for itself again."),
        Contract(
            .engagementAccepted, .event, .onboarding, EngagementState.self,
            "A contractor accepted an engagement."),
        Contract(.engagementStarted, .event, .onboarding, EngagementState.self, "An engagement started."),
        Contract(.engagementEnded, .event, .onboarding, EngagementState.self, "An engagement ended."),
        Contract(
            .engagementCancelled, .event, .onboarding, EngagementState.self,
            "An engagement was called off before it started."),
        Contract(
            .engagementRevised, .event, .onboarding, EngagementState.self,
            "An engagement changed in any other way."),
        Contract(
            .enrolmentOpened, .event, .onboarding, EnrolmentState.self,
            "A contractor takes part in an offering of a programme."),
        Contract(
            .enrolmentWithdrawn, .event, .onboarding, EnrolmentState.self,
            "A contractor opted out of an offering."),
        Contract(
            .assessmentStarted, .event, .assessment, AssessmentStart.self,
            "The first result of a contractor in an offering is known."),
        Contract(
            .outcomeDecided, .event, .assessment, OutcomeState.self,
            "A contractor's results of an offering were weighed."),
        Contract(
            .outcomeCorrected, .event, .assessment, OutcomeState.self,
            "A late fact changed an outcome that was announced."),
        Contract(.credentialIssued, .event, .credentialing, CredentialState.self, "A credential was issued."),
        Contract(
            .credentialCorrected, .event, .credentialing, CredentialState.self,
            "A late fact changed a credential under its id."),
        Contract(.credentialLapsed, .event, .credentialing, CredentialState.self, "A credential's term is over."),
        Contract(.credentialRevoked, .event, .credentialing, CredentialState.self, "A credential was taken back."),
        Contract(
            .poolJoined, .event, .incentives, PoolMembershipState.self,
            "A contractor joined a pool, or stays in it longer."),
        Contract(.poolLeft, .event, .incentives, PoolMembershipState.self, "A contractor's place in a pool is closed."),
        Contract(
            .premiumRecommended, .event, .incentives, PremiumUseState.self,
            "An engagement gets a premium; the payer pays it."),
        Contract(
            .premiumReturned, .event, .incentives, PremiumUseState.self,
            "A premium came back, because its cause fell away."),
        Contract(
            .caseOpened, .event, .onboarding, CaseState.self,
            "An onboarding case was opened, or what it asks for changed."),
        Contract(
            .caseWarned, .event, .onboarding, CaseState.self,
            "The time of an onboarding case runs out, and steps are missing."),
        Contract(
            .caseBreached, .event, .onboarding, CaseState.self,
            "The time of an onboarding case is over, and steps are missing."),
        Contract(
            .caseCleared, .event, .onboarding, CaseState.self,
            "Everything is there: work may be billed."),
        Contract(
            .caseCorrected, .event, .onboarding, CaseState.self,
            "A late fact changed what was announced of a case."),
        Contract(
            .invitationIssued, .event, .onboarding, InvitationState.self,
            "A worker is invited to an offering."),
        Contract(
            .invitationWithdrawn, .event, .onboarding, InvitationState.self,
            "An invitation was taken back."),
        Contract(
            .noticeIssued, .outboundOnly, .onboarding, NoticeState.self,
            "A person is to be told something, once."),
        Contract(
            .discoveryNoted, .event, .onboarding, DiscoveryState.self,
            "A worker saw a programme for the first time."),
        Contract(
            .billingViolated, .outboundOnly, .onboarding, ViolationState.self,
            "Time was reported for days before the case was cleared, or that was taken back."),
        Contract(
            .exposureRecorded, .event, .onboarding, ExposureState.self,
            "A worker met the variant of an experiment."),
        Contract(
            .experimentChanged, .event, .metrics, ExperimentState.self,
            "An experiment reached another stage: it runs, a variant is stopped, it is concluded or rolled out."),
        Contract(
            .taskCompleted, .event, .assessment, TaskState.self,
            "A task of an assessment was completed."),
        Contract(
            .renewalPassed, .event, .assessment, RenewalState.self,
            "The assessment of a renewal was passed, or that was taken back."),
        Contract(
            .renewalOpened, .event, .credentialing, CredentialState.self,
            "A credential is about to lapse and can be renewed."),
        Contract(
            .credentialRenewed, .event, .credentialing, CredentialState.self,
            "A credential was renewed: its term is longer."),
        Contract(
            .credentialSuspended, .event, .credentialing, CredentialState.self,
            "A credential is suspended until a day, or its suspension was lifted."),
        Contract(
            .grantChanged, .event, .incentives, GrantState.self,
            "A worker's grant became claimable, waits, was used, or ended."),
        Contract(
            .claimChanged, .outboundOnly, .incentives, ClaimState.self,
            "A claim on a grant came a step further."),
        Contract(
            .stipendRecommended, .event, .incentives, StipendState.self,
            "A completed task is to be paid; the payer pays it."),
        Contract(
            .stipendReturned, .event, .incentives, StipendState.self,
            "A stipend was taken back, because its cause fell away."),
        Contract(
            .storyChanged, .outboundOnly, .incentives, StoryState.self,
            "A case study or testimonial was offered, released or declined."),
        Contract(
            .priorityChanged, .outboundOnly, .incentives, PriorityState.self,
            "Whether a worker may be rehired first, and stands first for high-value briefs."),
        Contract(
            .timeNoted, .event, .metrics, TimeState.self,
            "Hours were reported of somebody."),
    ]
}
