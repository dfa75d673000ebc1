import Contracts
import Messaging

/// A broker that keeps RabbitMQ's promises and no others: at least once, in order while nothing goes wrong.
///
/// Everything takes a little time, drawn from the seed. A lost link returns what it had not settled to the head of the
/// queues; what was being published then is accepted in part, or in whole without a word. Messages can be made to come
/// twice, late, or out of order.
///
/// `@unchecked Sendable`: only the simulation's thread touches it.
final class SimulatedBroker: @unchecked Sendable {
    let scheduler: Scheduler
    private let stage: Stage
    private var chance: SeededGenerator
    private(set) var queues: [String: BusQueue] = [:]
    private var bindings: [String: [String: [String]]] = [:]
    private var links: [BusLink] = []
    private var publishers: [SimulatedPublisher] = []
    private var lastNumber = 0
    private var alarmEnds: Int64 = 0
    /// Messages between a publisher and the queues, and acknowledgements on their way.
    private(set) var onTheWay = 0
    /// Answers that were sent to outside publishers.
    private(set) var answers: [OutgoingMessage] = []
    /// Copies of outside messages that were put into queues: what counts as received may not exceed them.
    private(set) var outsideCopies = 0

    init(_ stage: Stage, seed: UInt64) {
        self.stage = stage
        scheduler = stage.scheduler
        chance = SeededGenerator(seed: seed)
    }

    func pass(_ point: Point, _ life: Int) async throws {
        stage.pass(point, life)
        // The dead go no further: their tasks stand still where they are.
        if scheduler.isDead(life) { await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in } }
    }

    /// Mostly a moment, now and then long enough for whoever looks round to look at what is on its way.
    private func delay() -> Duration {
        let isSlow = Int.random(in: 0..<25, using: &chance) == 0
        return .microseconds(Int.random(in: 50...(isSlow ? 2_500_000 : 4000), using: &chance))
    }

    // MARK: topology

    func apply(_ topology: Topology) {
        for queue in topology.queues where queues[queue.name] == nil {
            queues[queue.name] = BusQueue(name: queue.name, hasSingleConsumer: queue.singleActiveConsumer)
        }
        for binding in topology.bindings where bindings[binding.exchange]?[binding.key]?.contains(binding.queue) != true
        {
            bindings[binding.exchange, default: [:]][binding.key, default: []].append(binding.queue)
        }
    }

    private func route(_ exchange: String, _ key: String) -> [String] {
        let definition = Topology.exchanges.first { $0.name == exchange }
        let found = bindings[exchange]?[definition?.kind == .fanout ? "" : key] ?? []
        if found.isEmpty, let alternate = definition?.alternate { return route(alternate, key) }
        return found
    }

    // MARK: consuming

    func open(life: Int, name: String, prefetch: Int) -> BusLink {
        let link = BusLink(life: life, name: name, prefetch: prefetch)
        links.append(link)
        if Stage.isVerbose { stage.note("      link of life \(life) opens: \(name)") }
        return link
    }

    func subscribe(_ link: BusLink, to queue: String) throws {
        guard link.state == .open else { throw link.failure }
        guard queues[queue] != nil else { throw BrokerError(.notFound, "no queue \(queue)") }
        queues[queue]?.consumers.append(link)
        pump(queue)
    }

    func unsubscribe(_ link: BusLink, from queue: String) throws {
        guard link.state == .open else { throw link.failure }
        queues[queue]?.consumers.removeAll { $0 === link }
        // What was not handed out goes back.
        let back = Set(link.arrived.filter { $0.queue == queue }.map(\.tag))
        link.arrived.removeAll { back.contains($0.tag) }
        let returned = link.unsettled.filter { $0.queue == queue && ($0.tag > link.handedOut || back.contains($0.tag)) }
        link.unsettled.removeAll { unsettled in returned.contains { $0.tag == unsettled.tag } }
        giveBack(returned)
        pump(queue)
    }

    func deliver(to link: BusLink, _ limit: Int, _ continuation: CheckedContinuation<[Delivery], any Error>) {
        if link.state != .open { return continuation.resume(throwing: link.failure) }
        if !link.arrived.isEmpty { return continuation.resume(returning: link.take(limit)) }
        link.waiter = (limit, continuation)
    }

    func acknowledge(_ link: BusLink, through tag: UInt64) throws {
        guard link.state == .open else { throw link.failure }
        guard tag <= link.handedOut else { throw BrokerError(.preconditionFailed, "unknown delivery tag \(tag)") }
        onTheWay += 1
        scheduler.schedule(after: delay(), as: 0) { [self] in
            onTheWay -= 1
            if link.state != .open { return }
            let queues = Set(link.unsettled.filter { $0.tag <= tag }.map(\.queue)).sorted()
            link.unsettled.removeAll { $0.tag <= tag }
            queues.forEach(pump)
        }
    }

    func close(_ link: BusLink) { end(link, .closed) }

    private func end(_ link: BusLink, _ state: BusLink.State) {
        guard link.state == .open else { return }
        link.state = state
        if Stage.isVerbose { stage.note("      link of life \(link.life) ends: \(link.name), \(state)") }
        for name in queues.keys.sorted() { queues[name]?.consumers.removeAll { $0 === link } }
        let returned = link.unsettled
        link.unsettled = []
        link.arrived = []
        giveBack(returned)
        if let waiter = link.waiter {
            link.waiter = nil
            scheduler.acting(as: link.life) { waiter.continuation.resume(throwing: link.failure) }
        }
        links.removeAll { $0 === link }
        queues.keys.sorted().forEach(pump)
    }

    /// Puts messages back where they came from, at the head and in order, as ones that were delivered before.
    private func giveBack(_ unsettled: [BusLink.Unsettled]) {
        for entry in unsettled.sorted(by: { $0.tag > $1.tag }) {
            var message = entry.message
            message.returns += 1
            stage.counters.redelivered += 1
            queues[entry.queue]?.messages.insert(message, at: 0)
        }
    }

    private func pump(_ name: String) {
        while let message = queues[name]?.messages.first, let link = queues[name]?.next(&chance) {
            queues[name]?.messages.removeFirst()
            send(message, from: name, to: link)
        }
    }

    private func send(_ message: BusMessage, from queue: String, to link: BusLink) {
        link.lastTag += 1
        let tag = link.lastTag
        link.unsettled.append(.init(tag: tag, queue: queue, message: message))
        link.lastArrival = max(link.lastArrival, scheduler.now + delay().nanoseconds)
        scheduler.schedule(at: link.lastArrival, as: 0) { [self] in
            // It may have been taken back meanwhile.
            guard link.state == .open, link.unsettled.contains(where: { $0.tag == tag }) else { return }
            link.arrived.append(
                Delivery(
                    tag: tag, queue: queue, exchange: message.exchange, routingKey: message.key, body: message.body,
                    contentType: message.contentType, userID: message.userID, replyTo: message.replyTo,
                    correlationID: message.correlationID, redelivered: message.returns > 0,
                    deliveryCount: message.returns))
            guard let waiter = link.waiter else { return }
            link.waiter = nil
            scheduler.acting(as: link.life) { waiter.continuation.resume(returning: link.take(waiter.limit)) }
        }
    }

    // MARK: publishing

    func publisher(life: Int, name: String) -> SimulatedPublisher {
        let publisher = SimulatedPublisher(broker: self, life: life, name: name)
        publishers.append(publisher)
        return publisher
    }

    func forget(_ publisher: SimulatedPublisher) { lose(publisher, as: BrokerError(.closed, "closed")) }

    func accept(
        _ messages: [OutgoingMessage], from publisher: SimulatedPublisher, flight: Int,
        _ continuation: CheckedContinuation<[PublishOutcome], any Error>
    ) {
        if publisher.isLost || publisher.isClosed {
            return continuation.resume(throwing: BrokerError(.connectionLost, "lost by the simulation"))
        }
        var rest = messages[...]
        var outcomes: [PublishOutcome] = []
        onTheWay += 1
        publisher.inFlight[flight] = { [self] in
            onTheWay -= 1
            // The broker may have read some of it before the link broke.
            let part = rest.prefix(Int.random(in: 0...rest.count, using: &chance))
            for message in part { _ = take(message, of: publisher.life) }
            scheduler.acting(as: publisher.life) {
                continuation.resume(throwing: BrokerError(.connectionLost, "lost by the simulation"))
            }
        }
        scheduler.schedule(at: max(alarmEnds, scheduler.now + delay().nanoseconds), as: 0) { [self] in
            guard publisher.inFlight[flight] != nil else { return }
            for message in rest { outcomes.append(take(message, of: publisher.life)) }
            rest = []
            stage.pass(Point(.publish, .after), publisher.life)
            scheduler.schedule(after: delay(), as: 0) { [self] in
                guard publisher.inFlight[flight] != nil else { return }
                stage.pass(Point(.confirm, .before), publisher.life)
                guard publisher.inFlight.removeValue(forKey: flight) != nil else { return }
                onTheWay -= 1
                scheduler.acting(as: publisher.life) { continuation.resume(returning: outcomes) }
                stage.pass(Point(.confirm, .after), publisher.life)
            }
        }
    }

    /// Takes a message over: into every queue that it is routed to.
    private func take(_ outgoing: OutgoingMessage, of life: Int) -> PublishOutcome {
        if outgoing.exchange.isEmpty {
            answers.append(outgoing)
            return .confirmed
        }
        if outgoing.exchange == Topology.eventsExchange { stage.published(outgoing) }
        let found = route(outgoing.exchange, outgoing.routingKey)
        if found.isEmpty { return outgoing.mandatory ? .returned(code: 312, text: "NO_ROUTE") : .confirmed }
        lastNumber += 1
        let message = BusMessage(
            number: lastNumber, exchange: outgoing.exchange, key: outgoing.routingKey, body: outgoing.body,
            contentType: outgoing.contentType, userID: outgoing.userID, replyTo: outgoing.replyTo,
            correlationID: outgoing.correlationID)
        for queue in found { put(message, into: queue, stage.fate(of: outgoing)) }
        return .confirmed
    }

    private func put(_ message: BusMessage, into queue: String, _ fate: MessageFate) {
        func insert(_ position: Int) {
            if message.exchange == Topology.inboundExchange { outsideCopies += 1 }
            queues[queue]?.messages.insert(message, at: position)
            pump(queue)
        }
        let end = queues[queue]?.messages.count ?? 0
        switch fate {
        case .inOrder: insert(end)
        case .twice:
            insert(end)
            later { insert(self.queues[queue]?.messages.count ?? 0) }
        case .late: later { insert(self.queues[queue]?.messages.count ?? 0) }
        case .outOfOrder: insert(Int.random(in: 0...end, using: &chance))
        }
    }

    private func later(_ body: @escaping () -> Void) {
        onTheWay += 1
        scheduler.schedule(after: .milliseconds(Int.random(in: 5...8000, using: &chance)), as: 0) { [self] in
            onTheWay -= 1
            body()
        }
    }

    private func lose(_ publisher: SimulatedPublisher, as error: BrokerError) {
        publisher.isLost = true
        publishers.removeAll { $0 === publisher }
        let flights = publisher.inFlight
        publisher.inFlight = [:]
        for flight in flights.keys.sorted() { flights[flight]?() }
    }

    // MARK: faults

    /// Whether publishers are kept waiting.
    var isAlarmed: Bool { alarmEnds > scheduler.now }

    /// Keeps publishers waiting for a time, as an alarm of memory or disk does.
    func alarm(_ duration: Duration) { alarmEnds = scheduler.now + duration.nanoseconds }

    /// Breaks every connection of a life.
    func cut(_ life: Int) {
        for link in links where link.life == life { end(link, .lost) }
        for publisher in publishers where publisher.life == life {
            lose(publisher, as: BrokerError(.connectionLost, "lost by the simulation"))
        }
    }

    /// Breaks every connection, as a restart does; what was accepted is still there.
    func restart() {
        for life in Set(links.map(\.life) + publishers.map(\.life)).sorted() { cut(life) }
    }

    /// Nothing waits and nothing is on its way.
    var isIdle: Bool {
        onTheWay == 0 && queues.values.allSatisfy(\.messages.isEmpty) && links.allSatisfy(\.unsettled.isEmpty)
    }

    /// Partition queues without a consumer, or with several.
    var unfairlyConsumed: [String] {
        queues.values.filter { $0.hasSingleConsumer && $0.consumers.count != 1 }.map(\.name).sorted()
    }

    /// What keeps it from being idle, for a person.
    var waiting: [String] {
        queues.values.filter { !$0.messages.isEmpty }.map {
            "\($0.messages.count) in \($0.name), consumers \($0.consumers.map { "\($0.name) \($0.unsettled.count)" })"
        }.sorted()
            + links.filter { !$0.unsettled.isEmpty }.map {
                "\($0.unsettled.count) unsettled at \($0.name) of life \($0.life), handed out \($0.handedOut), tags \($0.unsettled.map(\.tag)), arrived \($0.arrived.map(\.tag)), \($0.waiter == nil ? "nobody waits" : "somebody waits")"
            }
            + (onTheWay > 0 ? ["\(onTheWay) on the way"] : [])
    }

    /// A message from outside.
    func publish(_ message: OutgoingMessage) -> PublishOutcome { take(message, of: 0) }
}

/// The broker as one replica knows it.
struct ReplicaBroker: Broker {
    let broker: SimulatedBroker
    let life: Int

    func source(prefetch: Int, name: String) async throws -> any DeliverySource {
        SimulatedSource(broker: broker, link: broker.open(life: life, name: name, prefetch: prefetch))
    }

    func publisher(name: String) async throws -> any MessagePublisher {
        broker.publisher(life: life, name: name)
    }

    func apply(_ topology: Topology) async throws { broker.apply(topology) }

    func readyMessages(in queue: String) async throws -> Int { broker.queues[queue]?.messages.count ?? 0 }
}
