import Contracts
import Messaging
import Programmes

/// Programmes, people and items of the tests; all of it is made up.
enum Fixtures {
    static let source = "urn:test:vms"
    static let now = day(20_200)

    static func day(_ number: Int32, plus microseconds: Int64 = 0) -> Timestamp {
        Timestamp(microseconds: Timestamp(Day(number: number)).microseconds + microseconds)
    }

    static func contractor(_ worker: Int) -> Identifier {
        .contractor(source: source, workerId: "W\(worker)")
    }

    static func engagement(_ id: String) -> Identifier {
        .engagement(source: source, id: id)
    }

    static func plan(
        _ id: String = "subject", salt: String = "salt-1", until: Int32 = 20_120, primary: String = "time-to-fill",
        secondary: [String] = ["participation"]
    ) -> ExperimentPlan {
        ExperimentPlan(
            id: id, hypothesis: "A clear subject line brings more people in.", salt: salt,
            variants: [ExperimentVariant(id: "plain"), ExperimentVariant(id: "clear")], pathway: "till",
            primary: primary, secondary: secondary, from: Day(number: 20_000), until: Day(number: until),
            sizePerVariant: 60)
    }

    static func programme(
        _ id: String = "p", _ version: Int64 = 1, delivery: Programmes.Delivery = .guildhall,
        roles: [String] = ["cashier"],
        experiments: [ExperimentPlan] = []
    ) -> PublishedProgramme {
        PublishedProgramme(
            definition: ProgrammeDefinition(
                id: id, title: id, delivery: delivery, participation: .voluntary,
                pathways: [
                    Pathway(
                        id: "till", title: "Till", role: "cashier", passMark: Decimal6(50),
                        credential: CredentialDefinition(name: "Till", description: "Till", criteria: "Till"),
                        offerings: [])
                ],
                rewards: Rewards(), onboarding: roles.map { OnboardingRole(role: $0, steps: []) },
                experiments: experiments),
            version: version, publishedAt: day(19_990 + Int32(version)))
    }

    static let catalogue = ProgrammeCatalogue([programme()])

    /// An item as the door makes it.
    static func item(_ payload: any Payload, message: String, related: [Identifier] = []) -> Item {
        let (type, contractor) = about(payload)
        return Item(
            id: .derived("message", message), origin: payload is any InboundRecord ? .inbound : .event, type: type,
            source: source, messageID: message, contractor: contractor, related: related, time: now,
            correlation: message, payload: payload)
    }

    private static func about(_ payload: any Payload) -> (EventType, Identifier?) {
        func worker(_ record: any PersonalRecord) -> Identifier {
            .contractor(source: source, workerId: record.person.workerId)
        }
        switch payload {
        case let link as ContractorLink: return (.contractorLinked, link.contractor)
        case let state as EngagementState: return (.engagementRevised, state.contractor)
        case let state as EnrolmentState: return (.enrolmentOpened, state.contractor)
        case let state as AssessmentStart: return (.assessmentStarted, state.contractor)
        case let state as CredentialState: return (.credentialIssued, state.contractor)
        case let state as InvitationState: return (.invitationIssued, state.contractor)
        case let state as DiscoveryState: return (.discoveryNoted, state.contractor)
        case let state as ExposureState: return (.exposureRecorded, state.contractor)
        case let state as CaseState: return (.caseOpened, state.contractor)
        case let state as TaskState: return (.taskCompleted, state.contractor)
        case let state as GrantState: return (.grantChanged, state.contractor)
        case let state as StipendState: return (.stipendRecommended, state.contractor)
        case let record as TimeReported: return (.timeReported, worker(record))
        case let record as WorkReported: return (.workReported, worker(record))
        case let record as RatingRecorded: return (.ratingRecorded, worker(record))
        case let record as IncidentRecorded: return (.incidentRecorded, worker(record))
        default: return (.requisitionRecorded, nil)
        }
    }
}
