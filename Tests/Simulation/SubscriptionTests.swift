import Contracts
import Messaging
import Testing

@testable import AssessmentService
@testable import CredentialingService
@testable import IncentivesService
@testable import MetricsService
@testable import OnboardingService

@Suite("Who hears what")
struct SubscriptionTests {
    @Test("GOV-26: every event between services has a subscriber, and what is for the outside only has none")
    func subscribers() {
        let heard = Set(
            OnboardingRules.subscriptions + AssessmentRules.subscriptions + CredentialingRules.subscriptions
                + IncentivesRules.subscriptions + MetricsRules.subscriptions)
        for contract in Catalogue.all {
            switch contract.direction {
            case .event: #expect(heard.contains(contract.type), "nobody hears \(contract.type)")
            case .outboundOnly: #expect(!heard.contains(contract.type), "\(contract.type) is heard")
            case .inbound, .answer: #expect(!heard.contains(contract.type), "\(contract.type) is no event")
            }
        }
    }

    @Test("GOV-26: every inbound type is taken in by the service that owns it, and by no other")
    func owners() {
        let intake: [(ServiceName, [EventType])] = [
            (.onboarding, OnboardingRules.intake), (.assessment, AssessmentRules.intake),
            (.credentialing, CredentialingRules.intake), (.incentives, IncentivesRules.intake),
            (.metrics, MetricsRules.intake),
        ]
        for (service, types) in intake {
            let owned = Catalogue.all.filter { $0.direction == .inbound && $0.owner == service }.map(\.type)
            #expect(Set(types) == Set(owned), "\(service)")
        }
    }

    @Test("GOV-26: a type is told to be for the outside only by its routing key")
    func routingKeys() {
        #expect(Catalogue.isForOutsideOnly(routingKey: "\(EventType.noticeIssued.name).07"))
        #expect(!Catalogue.isForOutsideOnly(routingKey: "\(EventType.credentialIssued.name).15"))
    }
}
