extension Catalogue {
    /// What outside publishers send.
    static let inbound: [Contract] = [
        Contract(
            .requisitionRecorded, .inbound, .onboarding, RequisitionRecorded.self,
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
    ]
}
