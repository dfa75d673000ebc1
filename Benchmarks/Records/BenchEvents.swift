import Contracts
import Messaging

/// Events as services publish them, all about people of one partition.
struct BenchEvents: Sendable {
    static let partition = Partition(number: 0)
    private let contractors: [Identifier]
    private let ids = IdentifierSource()
    private let moment = Timestamp(Timestamp.hostClock.day.adding(days: -10))

    /// Events about so many people.
    init(people: Int) {
        var contractors: [Identifier] = []
        var candidate = 0
        while contractors.count < people {
            let contractor = Identifier.contractor(source: "/bench", workerId: "worker-\(candidate)")
            if Partition(of: contractor) == BenchEvents.partition { contractors.append(contractor) }
            candidate += 1
        }
        self.contractors = contractors
    }

    /// An engagement that started.
    func started(_ number: Int) -> OutgoingMessage {
        let contractor = contractors[number % contractors.count]
        let state = EngagementState(
            engagement: .engagement(source: "/bench", id: "engagement-\(number)"), contractor: contractor, revision: 2,
            status: .active, role: BenchProgramme.pathway, occurredAt: moment, startsAt: moment,
            endsAt: moment.adding(seconds: 90 * 86_400), value: Money(minorUnits: 147_900, currency: "GBP"))
        return message(.engagementStarted, state, number, contractor, from: .onboarding)
    }

    /// An outcome that earns a credential.
    func passed(_ number: Int) -> OutgoingMessage {
        let contractor = contractors[number % contractors.count]
        let state = OutcomeState(
            outcome: .derived("outcome", "bench-\(number)"), enrolment: .derived("enrolment", "bench-\(number)"),
            contractor: contractor, programme: BenchProgramme.id, programmeVersion: 1, pathway: BenchProgramme.pathway,
            offering: BenchProgramme.offering, achievement: BenchProgramme.pathway, passed: true, score: Decimal6(85),
            awardedAt: moment, sequence: 1)
        return message(.outcomeDecided, state, number, contractor, from: .assessment)
    }

    private func message(
        _ type: EventType, _ payload: any Payload, _ number: Int, _ contractor: Identifier, from service: ServiceName
    ) -> OutgoingMessage {
        var body: [UInt8] = []
        Envelope.encode(
            id: ids.next(1)[0], source: Envelope.source(of: service), type: type, subject: contractor, time: .hostClock,
            correlation: "bench-\(number)", causation: "bench-\(number)", payload: payload, into: &body)
        return OutgoingMessage(
            exchange: Topology.eventsExchange, routingKey: Topology.eventKey(type.name, BenchEvents.partition),
            body: body)
    }
}
