import Contracts
import Messaging

/// Events as onboarding publishes them, all about people of one partition.
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
        var body: [UInt8] = []
        Envelope.encode(
            id: ids.next(1)[0], source: Envelope.source(of: .onboarding), type: .engagementStarted,
            subject: contractor, time: .hostClock, correlation: "engagement-\(number)",
            causation: "engagement-\(number)", payload: state, into: &body)
        return OutgoingMessage(
            exchange: Topology.eventsExchange,
            routingKey: Topology.eventKey(EventType.engagementStarted.name, BenchEvents.partition), body: body)
    }
}
