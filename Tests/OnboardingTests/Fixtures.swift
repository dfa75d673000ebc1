import Contracts
import Messaging
import Programmes

@testable import OnboardingService

/// Programmes, records and items of the tests.
enum Fixtures {
    static let source = "urn:test:vms"
    static let now = day(20_000)

    static func day(_ number: Int32) -> Timestamp {
        Timestamp(Day(number: number))
    }

    static func pathway(_ id: String, role: String, offerings: [String]) -> Pathway {
        Pathway(
            id: id, title: id, role: role, passMark: Decimal6(40),
            credential: CredentialDefinition(name: id, description: id, criteria: id),
            offerings: offerings.map {
                Offering(
                    id: $0, starts: Day(number: 10), days: 100,
                    coursework: [
                        Coursework(id: "a", kind: "TMA", weight: Decimal6(100))
                    ])
            })
    }

    static func programme(
        _ id: String, version: Int64 = 1, delivery: Programmes.Delivery, pathways: [Pathway]
    ) -> PublishedProgramme {
        PublishedProgramme(
            definition: ProgrammeDefinition(
                id: id, title: id, delivery: delivery, participation: .voluntary, pathways: pathways,
                rewards: Rewards()),
            version: version, publishedAt: day(1))
    }

    /// One programme whose learning happens elsewhere, one that Guildhall delivers.
    static let catalogue = ProgrammeCatalogue([
        programme(
            "outside", delivery: .external,
            pathways: [pathway("AAA", role: "AAA", offerings: ["AAA-1", "AAA-2"])]),
        RetailProgramme.programme(),
    ])

    static func contractor(_ worker: String) -> Identifier {
        Identifier.contractor(source: source, workerId: worker)
    }

    static func engagement(_ id: String) -> Identifier {
        Identifier.engagement(source: source, id: id)
    }

    static func context(
        _ roster: Roster = Roster(), programmes: ProgrammeCatalogue = catalogue, now: Timestamp = now
    ) -> DecisionContext {
        DecisionContext(now: now, roster: roster, programmes: programmes)
    }

    /// An item as the door makes it of an outside message.
    static func item(_ payload: any Payload, _ type: EventType, message: String, source: String = source) -> Item {
        let person = (payload as? any InboundRecord)?.about
        var contractor = person.map { Identifier.contractor(source: source, workerId: $0.workerId) }
        var time = now
        var isEvent = false
        if let state = payload as? CredentialState {
            (contractor, isEvent) = (state.contractor, true)
            time = state.awardedAt.adding(seconds: state.sequence * 86_400)
        } else if let state = payload as? TimeState {
            (contractor, isEvent) = (state.contractor, true)
        } else if let state = payload as? ExperimentState {
            (contractor, isEvent) = (state.experiment, true)
        }
        return Item(
            id: Identifier.derived("message", source, message), origin: isEvent ? .event : .inbound, type: type,
            source: source, messageID: message, contractor: contractor, time: time, correlation: message,
            payload: payload)
    }

    static func timer(_ request: TimerRequest) -> Item {
        Item(
            id: request.key, origin: .timer, type: EventType("guildhall.timer.fired"), source: "guildhall",
            messageID: "\(request.kind)/\(request.key)", contractor: request.contractor, time: request.due,
            correlation: request.key.description,
            payload: TimerFired(key: request.key, kind: request.kind, due: request.due))
    }

    static func command(_ type: EventType, _ alias: Identifier, _ canonical: Identifier) -> Item {
        Item(
            id: Identifier.derived("command", alias.description, type.name), origin: .command, type: type,
            source: "guildhall", messageID: type.name, contractor: alias, time: now, correlation: "command",
            payload: ContractorLink(contractor: alias, canonical: canonical, sequence: 0))
    }

    static func engagement(
        _ id: String = "E1", revision: Int64 = 0, at day: Int32 = 100, worker: String = "W1", person: String? = nil,
        status: EngagementStatus = .accepted, role: String = "AAA"
    ) -> EngagementRecorded {
        EngagementRecorded(
            id: id, revision: revision, eventTime: Fixtures.day(day),
            person: Person(workerId: worker, personId: person), status: status, roleCode: role)
    }

    static func consent(
        _ id: String = "C1", revision: Int64 = 0, at day: Int32 = 100, worker: String = "W1",
        _ decision: ConsentDecision = .given, programme: String? = "outside", pathway: String? = "AAA",
        offering: String? = "AAA-1", purpose: String = "participation"
    ) -> ConsentRecorded {
        ConsentRecorded(
            id: id, revision: revision, eventTime: Fixtures.day(day), person: Person(workerId: worker),
            decision: decision, purpose: purpose, textVersion: "2025-09", basis: .recordedBySource, channel: "web",
            programme: programme, pathway: pathway, offering: offering)
    }

    static func verification(
        _ id: String = "V1", revision: Int64 = 0, at day: Int32 = 100, worker: String = "W1",
        engagement: String? = nil, check: String = "identity", _ status: VerificationStatus = .clear
    ) -> VerificationRecorded {
        VerificationRecorded(
            id: id, revision: revision, eventTime: Fixtures.day(day), person: Person(workerId: worker),
            engagement: engagement, check: check, status: status, providerReference: "BG-1")
    }

    /// The type under which a record comes in.
    static func type(of record: any Payload) -> EventType {
        switch record {
        case is EngagementRecorded: .engagementRecorded
        case is ConsentRecorded: .consentRecorded
        case is VerificationRecorded: .verificationRecorded
        case is StepRecorded: .stepRecorded
        case is PreferenceRecorded: .preferenceRecorded
        case is DiscoveryRecorded: .discoveryRecorded
        case is InvitationRecorded: .invitationRecorded
        case is SignUpRecorded: .signUpRecorded
        case is AgreementRecorded: .agreementRecorded
        case is CredentialState: .credentialIssued
        case is TimeState: .timeNoted
        case is ExperimentState: .experimentChanged
        case is BillingQueryAsked: .billingQueryAsked
        default: .requisitionRecorded
        }
    }
}
