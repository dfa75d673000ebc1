import Contracts
import Messaging

/// Events as services publish them, one for each number.
struct BenchEvents: Sendable {
    let people: BenchPeople
    /// Of all roles and offerings, the ones that the events name.
    var role = BenchProgramme.pathway
    private let ids = IdentifierSource()
    private let moment = Timestamp(Timestamp.hostClock.day.adding(days: -10))

    /// Events about these people.
    init(_ people: BenchPeople) {
        self.people = people
    }

    /// An engagement that was accepted.
    func accepted(_ number: Int) -> OutgoingMessage {
        engagement(number, .engagementAccepted, .accepted, revision: 1)
    }

    /// An engagement that started.
    func started(_ number: Int) -> OutgoingMessage {
        engagement(number, .engagementStarted, .active, revision: 2)
    }

    /// Somebody's part in the offering.
    func enrolled(_ number: Int) -> OutgoingMessage {
        let state = EnrolmentState(
            enrolment: .derived("enrolment", "bench-\(number)"), contractor: contractor(number),
            programme: BenchProgramme.id, programmeVersion: 1, pathway: BenchProgramme.pathway,
            offering: BenchProgramme.offering, status: .open, optedInAt: moment, sequence: 1)
        return message(.enrolmentOpened, state, number, from: .onboarding)
    }

    /// An outcome that earns a credential.
    func passed(_ number: Int) -> OutgoingMessage {
        let state = OutcomeState(
            outcome: .derived("outcome", "bench-\(number)"), enrolment: .derived("enrolment", "bench-\(number)"),
            contractor: contractor(number), programme: BenchProgramme.id, programmeVersion: 1,
            pathway: BenchProgramme.pathway, offering: BenchProgramme.offering, achievement: BenchProgramme.pathway,
            passed: true, score: Decimal6(85), awardedAt: moment, sequence: 1)
        return message(.outcomeDecided, state, number, from: .assessment)
    }

    /// A credential that was earned before any of the engagements started.
    func issued(_ number: Int) -> OutgoingMessage {
        let awardedAt = moment.adding(seconds: -86_400)
        let state = CredentialState(
            credential: .derived("credential", "bench-\(number)"), contractor: contractor(number),
            programme: BenchProgramme.id, programmeVersion: 1, pathway: BenchProgramme.pathway,
            offering: BenchProgramme.offering, achievement: BenchProgramme.pathway, status: .valid,
            awardedAt: awardedAt, validFrom: awardedAt, validUntil: awardedAt.adding(seconds: 365 * 86_400),
            sequence: 1)
        return message(.credentialIssued, state, number, from: .credentialing)
    }

    private func contractor(_ number: Int) -> Identifier { people.contractors[number % people.contractors.count] }

    private func engagement(
        _ number: Int, _ type: EventType, _ status: EngagementStatus, revision: Int64
    ) -> OutgoingMessage {
        let state = EngagementState(
            engagement: .engagement(
                source: BenchPeople.source, id: BenchRecords.id("engagement", number, run: people.run)),
            contractor: contractor(number), revision: revision, status: status, role: role, occurredAt: moment,
            startsAt: moment, endsAt: moment.adding(seconds: 90 * 86_400),
            value: Money(minorUnits: 147_900, currency: "GBP"))
        return message(type, state, number, from: .onboarding)
    }

    private func message(
        _ type: EventType, _ payload: any Payload, _ number: Int, from service: ServiceName
    ) -> OutgoingMessage {
        var body: [UInt8] = []
        let contractor = contractor(number)
        Envelope.encode(
            id: ids.next(1)[0], source: Envelope.source(of: service), type: type, subject: contractor, time: .hostClock,
            correlation: "bench-\(number)", causation: "bench-\(number)", payload: payload, into: &body)
        return OutgoingMessage(
            exchange: Topology.eventsExchange, routingKey: Topology.eventKey(type.name, Partition(of: contractor)),
            body: body)
    }
}
