import Contracts
import Messaging

/// Events about many people spread evenly over all partitions, each with its number.
///
/// People come in groups of 32, two of each partition, who take turns until each has had sixteen events: the events of one
/// person lie close together, so that a disorder of a few messages is seen, and yet not next to each other.
struct ScaleEvents: Sendable {
    private static let group = 32
    private static let block = 512
    private let contractors: [Identifier]
    private let ids = IdentifierSource()
    private let moment = Timestamp(Timestamp.hostClock.day.adding(days: -10))

    /// So many events at most.
    init(count: Int) {
        let people = (count + Self.block - 1) / Self.block * Self.group
        var waiting: [[Identifier]] = Array(repeating: [], count: Partition.count)
        var candidate = 0
        while waiting.contains(where: { $0.count < people / Partition.count }) {
            let contractor = Identifier.contractor(source: "/bench", workerId: "worker-\(candidate)")
            waiting[Partition(of: contractor).number].append(contractor)
            candidate += 1
        }
        contractors = (0..<people).map { waiting[$0 % Partition.count][$0 / Partition.count] }
    }

    /// Whom an event is about.
    func contractor(of number: Int) -> Identifier {
        contractors[number / Self.block * Self.group + number % Self.group]
    }

    /// The number in an event's `correlationid`; nil of anybody else's.
    static func number(of correlation: String?) -> Int? {
        guard let correlation, correlation.hasPrefix("scale-") else { return nil }
        return Int(correlation.dropFirst(6))
    }

    /// An engagement that started.
    func started(_ number: Int) -> OutgoingMessage {
        let state = EngagementState(
            engagement: .engagement(source: "/bench", id: "engagement-\(number)"), contractor: contractor(of: number),
            revision: 2, status: .active, role: BenchProgramme.pathway, occurredAt: moment, startsAt: moment,
            endsAt: moment.adding(seconds: 90 * 86_400), value: Money(minorUnits: 147_900, currency: "GBP"))
        return message(.engagementStarted, state, number, from: .onboarding)
    }

    /// An outcome that earns a credential.
    func passed(_ number: Int) -> OutgoingMessage {
        let state = OutcomeState(
            outcome: .derived("outcome", "scale-\(number)"), enrolment: .derived("enrolment", "scale-\(number)"),
            contractor: contractor(of: number), programme: BenchProgramme.id, programmeVersion: 1,
            pathway: BenchProgramme.pathway, offering: BenchProgramme.offering, achievement: BenchProgramme.pathway,
            passed: true, score: Decimal6(85), awardedAt: moment, sequence: 1)
        return message(.outcomeDecided, state, number, from: .assessment)
    }

    private func message(
        _ type: EventType, _ payload: any Payload, _ number: Int, from service: ServiceName
    ) -> OutgoingMessage {
        let contractor = contractor(of: number)
        var body: [UInt8] = []
        Envelope.encode(
            id: ids.next(1)[0], source: Envelope.source(of: service), type: type, subject: contractor, time: .hostClock,
            correlation: "scale-\(number)", causation: "scale-\(number)", payload: payload, into: &body)
        return OutgoingMessage(
            exchange: Topology.eventsExchange,
            routingKey: Topology.eventKey(type.name, Partition(of: contractor)), body: body)
    }
}
