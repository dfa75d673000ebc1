extension Catalogue {
    /// What outside publishers send.
    static let inbound: [Contract] = [
        Contract(
            .requisitionRecorded, .inbound, .metrics, RequisitionRecorded.self,
            "A role is wanted, filled or withdrawn."),
        Contract(
            .engagementRecorded, .inbound, .onboarding, EngagementRecorded.self,
            "The engagement record of a VMS, HR system or platform, one message a revision."),
        Contract(
            .verificationRecorded, .inbound, .onboarding, VerificationRecorded.self,
            "An outside check of somebody: ordered, under way, or answered."),
        Contract(
            .consentRecorded, .inbound, .onboarding, ConsentRecorded.self,
            "Somebody agreed to a text, or took the agreement back; opting in is a consent."),
        Contract(
            .assessmentResultRecorded, .inbound, .assessment, AssessmentResultRecorded.self,
            "A score of an outside assessment, with its scale and its parts."),
        Contract(
            .learningRecorded, .inbound, .assessment, LearningRecorded.self,
            "An xAPI statement about learning that happened elsewhere."),
        Contract(
            .earningsRecorded, .inbound, .incentives, EarningsRecorded.self,
            "What somebody earned in a period, gross and tips."),
        Contract(.timeReported, .inbound, .metrics, TimeReported.self, "Hours that somebody worked in a period."),
        Contract(
            .workReported, .inbound, .metrics, WorkReported.self,
            "Units, errors and revisions of somebody's work, and the first deliverable."),
        Contract(
            .ratingRecorded, .inbound, .metrics, RatingRecorded.self,
            "A client's score of an engagement, with its scale."),
        Contract(
            .incidentRecorded, .inbound, .metrics, IncidentRecorded.self,
            "A ticket, an incident or a defect, with its severity."),
        Contract(
            .credentialQueryAsked, .inbound, .credentialing, CredentialQueryAsked.self,
            "A question about a credential, or about what a worker's credentials open."),
        Contract(
            .invitationRecorded, .inbound, .onboarding, InvitationRecorded.self,
            "A worker is to be invited to an offering, or an invitation is taken back."),
        Contract(
            .discoveryRecorded, .inbound, .onboarding, DiscoveryRecorded.self,
            "A worker saw that there is a programme."),
        Contract(
            .signUpRecorded, .inbound, .onboarding, SignUpRecorded.self,
            "A worker opened a sign-up link and agreed to what it shows."),
        Contract(
            .preferenceRecorded, .inbound, .onboarding, PreferenceRecorded.self,
            "How a worker wants to be spoken to."),
        Contract(
            .stepRecorded, .inbound, .onboarding, StepRecorded.self,
            "A step of an onboarding case was taken."),
        Contract(
            .agreementRecorded, .inbound, .onboarding, AgreementRecorded.self,
            "What Operations and Procurement agreed on for the start of engagements."),
        Contract(
            .billingQueryAsked, .inbound, .onboarding, BillingQueryAsked.self,
            "A question whether work on an engagement may be billed."),
        Contract(
            .attemptRecorded, .inbound, .assessment, AttemptRecorded.self,
            "A worker started, saved or handed in a layer of an assessment."),
        Contract(
            .reviewRecorded, .inbound, .assessment, ReviewRecorded.self,
            "A reviewer scored a practical task, or held a live review."),
        Contract(
            .claimRecorded, .inbound, .incentives, ClaimRecorded.self,
            "A worker wrote, handed in or took back a claim on a grant."),
        Contract(
            .claimDecisionRecorded, .inbound, .incentives, ClaimDecisionRecorded.self,
            "A person decided on a claim, or paid it."),
        Contract(
            .testimonialRecorded, .inbound, .incentives, TestimonialRecorded.self,
            "A client spoke well of a worker's work."),
        Contract(
            .releaseRecorded, .inbound, .incentives, ReleaseRecorded.self,
            "A worker released a case study or a testimonial, changed it, or declined."),
        Contract(
            .paymentRecorded, .inbound, .incentives, PaymentRecorded.self,
            "A payer paid a stipend or a premium."),
        Contract(
            .overrideRecorded, .inbound, .incentives, OverrideRecorded.self,
            "A person granted or withheld a reward beside its rule."),
        Contract(
            .briefRecorded, .inbound, .incentives, BriefRecorded.self,
            "A high-value assignment is open, to its pool first."),
    ]
}
