import Contracts
import Database
import Messaging

/// What onboarding knows and decides: who a contractor is, engagements, onboarding cases, consents and enrolments.
struct OnboardingRules: ServiceRules {
    static let service = ServiceName.onboarding
    static let intake: [EventType] = [
        .requisitionRecorded, .engagementRecorded, .verificationRecorded, .consentRecorded,
    ]
    static let subscriptions: [EventType] = []

    func queries(for items: [Item]) throws -> [Call] {
        Loading(items).calls
    }

    func decide(_ items: [Item], _ loaded: [Rows], _ context: DecisionContext, _ out: inout Decisions) throws {
        var books = try OnboardingBooks(loaded)
        for item in items { books.take(item, context, &out) }
        books.finish(context, &out)
    }
}
