extension Catalogue {
    /// What is told to whoever asked, and to nobody else.
    static let answers: [Contract] = [
        Contract(
            .credentialQueryAnswered, .answer, .credentialing, CredentialQueryAnswered.self,
            "The answer to a question about credentials, with its rule and what it rests on."),
        Contract(
            .billingQueryAnswered, .answer, .onboarding, BillingQueryAnswered.self,
            "The answer to a question about billing, with its reasons."),
    ]
}
