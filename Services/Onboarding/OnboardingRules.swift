import Contracts
import Database
import Messaging

/// What onboarding knows and decides: who a contractor is, engagements, onboarding cases, consents and enrolments.
struct OnboardingRules: ServiceRules {
    static let service = ServiceName.onboarding
    static let intake: [EventType] = [
        .engagementRecorded, .verificationRecorded, .consentRecorded, .stepRecorded, .preferenceRecorded,
        .discoveryRecorded, .invitationRecorded, .signUpRecorded, .agreementRecorded, .billingQueryAsked,
    ]
    static let subscriptions: [EventType] = [
        .credentialIssued, .credentialCorrected, .credentialLapsed, .credentialRevoked, .credentialRenewed,
        .credentialSuspended, .timeNoted, .experimentChanged,
    ]

    func queries(for items: [Item], _ roster: Roster) throws -> [Call] {
        Loading(items, roster).calls
    }

    func decide(_ items: [Item], _ loaded: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws {
        var books = try OnboardingBooks(loaded, context.roster)
        books.decide(items, context, &out)
    }
}
