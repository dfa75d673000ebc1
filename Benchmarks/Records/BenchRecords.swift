import Contracts
import Messaging

/// Records as an outside system would send them, one for each number.
struct BenchRecords: Sendable {
    /// The CloudEvents source, registered for the user.
    let source: String
    /// The broker user that sends them.
    let user: String
    /// Begins every id, so that no two runs say the same.
    let run: String
    /// The people whom the records are about.
    let people: Int
    /// When the world did what is recorded, of which all else is reckoned.
    private let moment = Timestamp(Timestamp.hostClock.day.adding(days: -10))

    /// An engagement that was accepted.
    func engagement(_ number: Int) -> OutgoingMessage {
        var record = EngagementRecorded()
        record.status = .accepted
        record.roleCode = BenchProgramme.pathway
        record.site = "Mill Lane"
        record.costCentre = "CC-7710"
        record.supplier = "Brightline Staffing"
        record.workerType = .staffing
        record.plannedStart = moment.adding(seconds: 86_400)
        record.plannedEnd = moment.adding(seconds: 90 * 86_400)
        record.rate = Rate(amount: 1450, currency: "GBP", unit: "hour")
        record.value = Money(minorUnits: 147_900, currency: "GBP")
        record.region = "West"
        return message(.engagementRecorded, "engagement", number, record)
    }

    /// The person's choice to take part.
    func optIn(_ number: Int) -> OutgoingMessage {
        var record = ConsentRecorded()
        record.decision = .given
        record.purpose = "participation"
        record.textVersion = "2025-01"
        record.basis = .worker
        record.programme = BenchProgramme.id
        record.pathway = BenchProgramme.pathway
        record.offering = BenchProgramme.offering
        record.engagement = id("engagement", number)
        return message(.consentRecorded, "opt-in", number, record)
    }

    /// A full score in an assessment of the offering.
    func result(_ number: Int, of assessment: String) -> OutgoingMessage {
        var record = AssessmentResultRecorded()
        record.programme = BenchProgramme.id
        record.offering = BenchProgramme.offering
        record.assessment = assessment
        record.score = Decimal6(100)
        record.scale = Scale(minimum: .zero, maximum: Decimal6(100))
        return message(.assessmentResultRecorded, assessment, number, record)
    }

    /// The number of the message that an id of these records names; nil for anybody else's.
    func number(of id: String, kind: String) -> Int? {
        let start = "\(run)-\(kind)-"
        return id.hasPrefix(start) ? Int(id.dropFirst(start.count)) : nil
    }

    private func id(_ kind: String, _ number: Int) -> String { "\(run)-\(kind)-\(number)" }

    private func message(
        _ type: EventType, _ kind: String, _ number: Int, _ payload: some PersonalRecord
    ) -> OutgoingMessage {
        var record = payload
        record.id = id(kind, number)
        record.revision = 1
        record.eventTime = moment
        record.person = Person(workerId: "\(run)-worker-\(number % people)")
        var envelope = Envelope(id: Reference(record.id), source: source, type: type)
        envelope.time = record.eventTime
        var body: [UInt8] = []
        envelope.encode(payload: record, into: &body)
        return OutgoingMessage(
            exchange: Topology.inboundExchange, routingKey: type.name, body: body,
            contentType: Envelope.structuredContentType, userID: user)
    }
}
