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
    /// The ids of the people whom the records are about.
    let workers: [String]
    /// The role that the engagements are for.
    var role = BenchProgramme.pathway
    /// When the world did what is recorded, of which all else is reckoned.
    let moment = Timestamp(Timestamp.hostClock.day.adding(days: -10))

    /// Records of a run about so many people of its own.
    init(source: String, user: String, run: String, people: Int) {
        self.source = source
        self.user = user
        self.run = run
        workers = (0..<people).map { "\(run)-worker-\($0)" }
    }

    /// Records of the stages.
    init(_ people: BenchPeople, user: String) {
        source = BenchPeople.source
        self.user = user
        run = people.run
        workers = people.workers
    }

    /// The number of the message that an id of these records names; nil for anybody else's.
    func number(of id: String, kind: String) -> Int? {
        let start = "\(run)-\(kind)-"
        return id.hasPrefix(start) ? Int(id.dropFirst(start.count)) : nil
    }

    /// The record id of a number.
    func id(_ kind: String, _ number: Int) -> String { Self.id(kind, number, run: run) }

    /// The record id of a number of a run, for events that are about the same.
    static func id(_ kind: String, _ number: Int, run: String) -> String { "\(run)-\(kind)-\(number)" }

    /// A record as a message: its envelope, its id and whom it is about.
    func message(
        _ type: EventType, _ kind: String, _ number: Int, _ payload: some PersonalRecord, revision: Int64 = 1
    ) -> OutgoingMessage {
        var record = payload
        record.id = id(kind, number)
        record.revision = revision
        record.eventTime = moment.adding(seconds: (revision - 1) * 86_400)
        record.person = Person(workerId: workers[number % workers.count])
        let message = revision == 1 ? record.id : "\(record.id)-\(revision)"
        var envelope = Envelope(id: Reference(message), source: source, type: type)
        envelope.time = record.eventTime
        var body: [UInt8] = []
        envelope.encode(payload: record, into: &body)
        return OutgoingMessage(
            exchange: Topology.inboundExchange, routingKey: type.name, body: body,
            contentType: Envelope.structuredContentType, userID: user)
    }
}
