import Contracts
import Messaging
import Programmes

@testable import AssessmentService

/// Programmes, records and items of the tests.
enum Fixtures {
    static let source = "urn:test:lms"
    static let now = day(20_000)

    static func day(_ number: Int32) -> Timestamp {
        Timestamp(Day(number: number))
    }

    static func offering(_ id: String, _ weights: [(String, Int64, Bool)]) -> Offering {
        Offering(
            id: id, starts: Day(number: 10), days: 100,
            coursework: weights.map { Coursework(id: $0.0, kind: "TMA", weight: Decimal6($0.1), counts: $0.2) })
    }

    static func programme(_ version: Int64, offerings: [Offering], passMark: Int64 = 40) -> PublishedProgramme {
        PublishedProgramme(
            definition: ProgrammeDefinition(
                id: "oulad", title: "oulad", delivery: .external, participation: .voluntary,
                pathways: [
                    Pathway(
                        id: "AAA", title: "AAA", role: "AAA", passMark: Decimal6(passMark),
                        credential: CredentialDefinition(name: "AAA", description: "AAA", criteria: "AAA"),
                        offerings: offerings)
                ],
                rewards: Rewards()),
            version: version, publishedAt: day(1))
    }

    /// Four pieces of coursework and an exam in the first offering, none with a weight in the second.
    static let offerings = [
        offering("AAA-1", [("a", 10, true), ("b", 20, true), ("c", 30, true), ("d", 40, true), ("exam", 100, false)]),
        offering("AAA-2", [("a", 0, true), ("b", 0, true), ("exam", 100, false)]),
    ]

    static let catalogue = ProgrammeCatalogue([programme(1, offerings: offerings)])

    static func contractor(_ worker: String) -> Identifier {
        Identifier.contractor(source: source, workerId: worker)
    }

    static func course(_ worker: String = "W1", _ offering: String = "AAA-1") -> Course {
        Course(contractor: contractor(worker), programme: "oulad", offering: offering)
    }

    static func result(
        _ id: String, revision: Int64 = 0, at day: Int32 = 100, worker: String = "W1", offering: String = "AAA-1",
        _ assessment: String, _ score: Int64, of maximum: Int64 = 100, programme: String = "oulad"
    ) -> AssessmentResultRecorded {
        AssessmentResultRecorded(
            id: id, revision: revision, eventTime: Fixtures.day(day), person: Person(workerId: worker),
            programme: programme, offering: offering, assessment: assessment, score: Decimal6(score),
            scale: Scale(minimum: Decimal6(0), maximum: Decimal6(maximum)))
    }

    static func enrolment(
        _ worker: String = "W1", offering: String = "AAA-1", _ status: EnrolmentStatus = .open, at day: Int32 = 50,
        version: Int64 = 1, sequence: Int64 = 1, left: Int32? = nil
    ) -> EnrolmentState {
        EnrolmentState(
            enrolment: .derived("enrolment", worker, offering), contractor: contractor(worker), programme: "oulad",
            programmeVersion: version, pathway: "AAA", offering: offering, status: status,
            optedInAt: Fixtures.day(day), sequence: sequence, withdrawnAt: left.map { Fixtures.day($0) })
    }

    static func item(_ payload: any Payload, message: String, related: [Identifier] = []) -> Item {
        let (type, contractor): (EventType, Identifier?) =
            switch payload {
            case let record as AssessmentResultRecorded:
                (.assessmentResultRecorded, self.contractor(record.person.workerId))
            case let record as LearningRecorded: (.learningRecorded, self.contractor(record.person.workerId))
            case let record as AttemptRecorded: (.attemptRecorded, self.contractor(record.person.workerId))
            case let record as ReviewRecorded: (.reviewRecorded, self.contractor(record.person.workerId))
            case let state as EnrolmentState: (.enrolmentOpened, state.contractor)
            case let state as CredentialState: (.renewalOpened, state.contractor)
            case let link as ContractorLink: (.contractorLinked, link.contractor)
            default: (EventType("unknown"), nil)
            }
        return Item(
            id: Identifier.derived("message", message), origin: payload is any InboundRecord ? .inbound : .event,
            type: type, source: source, messageID: message, contractor: contractor, related: related, time: now,
            correlation: message, payload: payload)
    }
}
