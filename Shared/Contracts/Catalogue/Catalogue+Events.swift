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
    ]
}
