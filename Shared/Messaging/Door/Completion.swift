import Contracts
import Database

/// The last round trip of a batch: what the rules decided, with refusals, timers, audit and outbox.
struct Completion {
    private let arrivals: [Arrival]
    private let opened: Prelude.Opened
    private let decisions: Decisions
    private let statements: DoorStatements
    private let service: ServiceName
    private let replica: String

    private var refusals: [RefusedRow] = []
    private var parked: [ParkedRow] = []
    private var refusalsByItem: [Identifier: Refusal] = [:]
    private var outcome = BatchResult()
    /// The statements to be sent before the commit, in order.
    private(set) var calls: [Call] = []
    private var knownAt: Int?
    private var replies: [Identifier: [UInt8]] = [:]

    init(
        _ arrivals: [Arrival], _ opened: Prelude.Opened, _ decisions: Decisions, statements: DoorStatements,
        service: ServiceName, replica: String
    ) {
        self.arrivals = arrivals
        self.opened = opened
        self.decisions = decisions
        self.statements = statements
        self.service = service
        self.replica = replica
    }

    /// Gathers refused and parked messages and seals their bodies, each with its source's or contractor's key.
    mutating func seal(with vault: BodyVault) async throws {
        for (item, refusal) in decisions.refusals { refusalsByItem[item.id] = refusal }
        let parkedByItem = Dictionary(decisions.parked.map { ($0.item.id, $0.reason) }) { first, _ in first }
        for position in opened.fresh {
            let arrival = arrivals[position]
            switch arrival.content {
            case .refused(let message):
                refusals.append(
                    try await RefusedRow(
                        message, arrival, body: vault.sealed(arrival.body, scope: message.source)))
            case .unreadable(let id, let source, let messageID, let type, let reason):
                parked.append(
                    ParkedRow(
                        id: id, partition: 0, type: type, source: source, messageID: messageID, inbound: false,
                        scope: source, body: try await vault.sealed(arrival.body, scope: source), reason: reason))
            case .item(let item):
                if let refusal = refusalsByItem[item.id] {
                    let message = RefusedMessage(
                        source: item.source, messageID: item.messageID, type: item.type.name, refusal: refusal)
                    refusals.append(
                        try await RefusedRow(message, arrival, body: vault.sealed(arrival.body, scope: item.source)))
                } else if let reason = parkedByItem[item.id] {
                    parked.append(
                        ParkedRow(
                            item, body: try await vault.sealed(arrival.body, scope: item.bodyScope), reason: reason))
                }
            }
        }
    }

    /// Puts the statements together.
    mutating func compose(writer: Int64, ids: IdentifierSource) throws {
        calls = decisions.writes
        composeIntake()
        composeTimers()
        composeAudit(ids)
        composeOutbox(writer: writer, ids)
        composeReplies(ids)
        composeTally()
        count()
        let asked = opened.duplicates.filter { arrivals[$0].answer != nil }.compactMap { arrivals[$0].intakeKey }
        if !asked.isEmpty {
            knownAt = calls.count
            calls.append(Call(statements.knownIntake, [.texts(asked.map(\.source)), .texts(asked.map(\.id))]))
        }
    }

    private mutating func composeIntake() {
        let refusedItems = decisions.refusals.map {
            ($0.item, IntakeRow.Outcome.refused, Optional($0.refusal.code))
        }
        let repeated = decisions.duplicates.map { ($0, IntakeRow.Outcome.repeated, String?.none) }
        let changed = refusedItems + repeated
        if !changed.isEmpty {
            calls.append(
                Call(
                    statements.intakeOutcomes,
                    [
                        .texts(changed.map(\.0.source)), .texts(changed.map(\.0.messageID)),
                        .int4s(changed.map(\.1.rawValue)), .texts(changed.map(\.2)),
                    ]))
        }
        if !refusals.isEmpty { calls.append(RefusedRow.insert(refusals, statements.refused)) }
        if !parked.isEmpty {
            calls.append(ParkedRow.insert(parked, statements.park))
            let inbound = decisions.parked.map(\.item).filter { $0.origin == .inbound }
            let own = decisions.parked.map(\.item).filter { $0.origin != .inbound }
            // A parked message was not applied: a person may let it in again later.
            if !inbound.isEmpty {
                calls.append(
                    Call(
                        statements.forgetIntake, [.texts(inbound.map(\.source)), .texts(inbound.map(\.messageID))]))
            }
            if !own.isEmpty { calls.append(Call(statements.forgetInbox, [.uuids(own.map(\.id).sorted())])) }
        }
    }

    /// Comes last: batches of one replica count in the same rows, and the later waits for the earlier to commit.
    private mutating func composeTally() {
        let parkedItems = Set(decisions.parked.map(\.item.id))
        if let call = Tally.call(arrivals, opened, parked: parkedItems, replica: replica, statements.tally) {
            calls.append(call)
        }
    }

    private mutating func composeTimers() {
        if !decisions.cancelledTimers.isEmpty {
            calls.append(Call(statements.dropTimers, [.uuids(decisions.cancelledTimers.sorted())]))
        }
        let timers = decisions.timers.values.sorted { $0.key < $1.key }
        if timers.isEmpty { return }
        outcome.earliestTimer = timers.map(\.due).min()
        calls.append(
            Call(
                statements.setTimers,
                [
                    .uuids(timers.map(\.key)), .texts(timers.map(\.kind)), .timestamps(timers.map(\.due)),
                    .uuids(timers.map(\.contractor)),
                    .int4s(timers.map { Int32(Partition(of: $0.contractor).number) }),
                ]))
    }

    private mutating func composeAudit(_ ids: IdentifierSource) {
        let audits = decisions.audits
        if audits.isEmpty { return }
        calls.append(
            Call(
                statements.audit,
                [
                    .uuids(ids.next(audits.count)), .timestamptz(opened.now), .texts(audits.map(\.entry.decision)),
                    .uuids(audits.map(\.entry.contractor)), .texts(audits.map(\.entry.rule)),
                    .texts(audits.map(\.entry.programme)), .int8s(audits.map(\.entry.programmeVersion)),
                    .texts(audits.map(\.cause.source)), .texts(audits.map(\.cause.messageID)),
                    .texts(audits.map(\.entry.inputs)), .texts(audits.map(\.entry.outcome)),
                ]))
    }

    private mutating func composeOutbox(writer: Int64, _ ids: IdentifierSource) {
        let emissions = decisions.emissions
        if emissions.isEmpty { return }
        var bundler = Bundler(expecting: emissions.count)
        for (emission, id) in zip(emissions, ids.next(emissions.count)) {
            bundler.add(id, emission.type, about: emission.contractor) {
                emission.encode(id: id, service: service, at: opened.now, into: &$0)
            }
        }
        outcome.outbox = bundler.bundles.map {
            OutboxRow(writer: writer, id: $0.id, routingKey: $0.routingKey, body: $0.body, events: $0.events)
        }
        calls.append(
            Call(
                statements.outbox,
                [
                    .int8(writer), .uuids(outcome.outbox.map(\.id)), .texts(outcome.outbox.map(\.routingKey)),
                    .byteas(outcome.outbox.map(\.body)),
                ]))
    }

    /// Answers are written down for those who wait for them, and for nobody else.
    private mutating func composeReplies(_ ids: IdentifierSource) {
        if decisions.replies.isEmpty { return }
        for position in opened.fresh {
            guard let item = arrivals[position].item, let reply = decisions.replies[item.id] else { continue }
            if item.origin == .command { outcome.replies[item.id] = reply.payload }
            guard arrivals[position].answer != nil else { continue }
            var bytes: [UInt8] = []
            Envelope.encode(
                id: ids.next(1)[0], source: Envelope.source(of: service), type: reply.type,
                subject: reply.contractor, time: opened.now, correlation: item.correlation,
                causation: item.messageID, traceparent: item.traceparent, payload: reply.payload, into: &bytes)
            replies[item.id] = bytes
        }
    }

    private mutating func count() {
        outcome.counts.duplicates = opened.duplicates.count + decisions.duplicates.count
        outcome.counts.applied = opened.fresh.count
        for row in refusals { outcome.counts.refused[row.refusal.code, default: 0] += 1 }
        for row in parked { outcome.counts.parked[row.reason, default: 0] += 1 }
        var oldest: Identifier?
        for arrival in arrivals {
            guard let item = arrival.item else { continue }
            outcome.counts.consumed[item.type, default: 0] += 1
            if item.origin == .event { oldest = min(oldest ?? item.id, item.id) }
        }
        outcome.oldestSent = oldest.map { Timestamp(microseconds: $0.microseconds) }
    }

    /// What is left to do outside the database, once the statements were committed.
    func result(_ answers: [Rows]) throws -> BatchResult {
        var result = outcome
        let repeated = Set(decisions.duplicates.map(\.id))
        for position in opened.fresh {
            let arrival = arrivals[position]
            guard let address = arrival.answer, let key = arrival.intakeKey else { continue }
            var refusal: Refusal?
            if case .refused(let message) = arrival.content { refusal = message.refusal }
            if let item = arrival.item { refusal = refusalsByItem[item.id] }
            let isRepeated = arrival.item.map { repeated.contains($0.id) } ?? false
            result.answers.append(
                IntakeAnswer(
                    address: address, source: key.source, messageID: key.id,
                    outcome: refusal != nil ? "refused" : isRepeated ? "duplicate" : "accepted", refusal: refusal,
                    reply: arrival.item.flatMap { replies[$0.id] }))
        }
        if let knownAt { try answerDuplicates(answers[knownAt], &result) }
        return result
    }

    private func answerDuplicates(_ known: Rows, _ result: inout BatchResult) throws {
        var refusalsByKey: [IntakeKey: Refusal] = [:]
        for row in known {
            guard let code = try row.optionalText(3) else { continue }
            refusalsByKey[IntakeKey(source: try row.text(0), id: try row.text(1))] = Refusal(
                code: code, path: try row.text(4), message: try row.text(5))
        }
        for position in opened.duplicates {
            guard let address = arrivals[position].answer, let key = arrivals[position].intakeKey else { continue }
            result.answers.append(
                IntakeAnswer(
                    address: address, source: key.source, messageID: key.id, outcome: "duplicate",
                    refusal: refusalsByKey[key]))
        }
    }
}
