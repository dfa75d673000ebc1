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

    func loading(_ items: [Item], _ roster: Roster, again _: Bool) -> Loading {
        Loading(items, roster)
    }

    func decide(
        _ items: [Item], _ loading: Loading, _ rows: [Rows], _ context: DecisionContext, _ out: inout Decisions
    ) throws {
        var books = try OnboardingBooks(loading.answers(rows), context.roster)
        books.decide(items, context, &out)
    }
}
