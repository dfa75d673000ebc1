import CRabbitMQ
import Synchronization

extension ConnectionLoop {
    /// How long the broker has for the farewell.
    private static let farewell: Int64 = 2_000_000_000

    func takeCommands(_ link: AMQPLink) throws {
        let (commands, acknowledge) = connection.shared.withLock { shared in
            shared.awake = false
            defer { shared.commands.removeAll(keepingCapacity: true) }
            return (shared.commands, shared.acknowledge)
        }
        if acknowledge > acknowledged {
            acknowledged = acknowledge
            try link.send(AMQP_BASIC_ACK_METHOD, amqp_basic_ack_t(delivery_tag: acknowledge, multiple: 1))
        }
        for command in commands {
            switch command {
            case .publish(let job): publishing.add(job)
            case .requests(let requests, let promises): try send(requests, promises, link)
            case .close: try close(link)
            }
        }
    }

    /// Frames queued messages until the window or the buffer is full.
    func frameMessages(_ link: AMQPLink) throws {
        var count = 0
        heart.enter()
        defer { heart.leave() }
        while count < Self.messagesPerTurn, mayFrame(link), let (message, sequence) = publishing.send() {
            let number = message.mandatory && message.messageID == nil ? Int64(sequence) : nil
            try link.send(message, sequence: number)
            count += 1
        }
    }

    func mayFrame(_ link: AMQPLink) -> Bool {
        publishing.hasUnsent && !blocked && closingUntil == nil && publishing.inFlight < Self.window
            && link.output.count < Self.outputHigh
    }

    func fail(_ commands: [AMQPConnection.Command], _ error: BrokerError) {
        for command in commands {
            switch command {
            case .publish(let job): job.promise.resolve(.failure(error))
            case .requests(_, let promises): promises.forEach { $0.resolve(.failure(error)) }
            case .close: break
            }
        }
    }

    private func send(_ requests: [Request], _ promises: [Promise<Request.Reply>], _ link: AMQPLink) throws {
        if pending.isEmpty { pendingSince = Monotonic.now() }
        for (request, promise) in zip(requests, promises) {
            var consumer = 0
            switch request {
            case .consume(let queue, _):
                guard !consumers.values.contains(queue) else {
                    promise.resolve(.failure(BrokerError(.invalid, "\(queue) is already subscribed to")))
                    continue
                }
                consumer = nextConsumer
                nextConsumer += 1
                consumers[consumer] = queue
            case .cancel(let queue):
                guard let known = consumers.first(where: { $0.value == queue })?.key else {
                    promise.resolve(.success(Request.Reply()))
                    continue
                }
                consumer = known
            default: break
            }
            try request.send(over: link, consumer: consumer)
            pending.append((request, consumer, promise))
        }
    }

    private func close(_ link: AMQPLink) throws {
        let error = BrokerError(.closed, "connection \(connection.name) was closed")
        for job in publishing.removeAll() { job.promise.resolve(.failure(error)) }
        let waiter = connection.shared.withLock { shared in
            defer { shared.waiter = nil }
            return shared.waiter
        }
        waiter?.promise.resolve(.failure(error))
        closingUntil = Monotonic.now() + Self.farewell
        // A channel that is closed at once may lose acknowledgements that the broker has not passed on to its queues;
        // the answer to a cancellation comes after them.
        let queues = consumers.values.map { Request.cancel(queue: $0) }
        try send(queues, queues.map { _ in Promise() }, link)
        try sayGoodbyeWhenAnswered(link)
    }

    /// Asks the broker to close, once nothing is to be answered any more.
    func sayGoodbyeWhenAnswered(_ link: AMQPLink) throws {
        guard closingUntil != nil, pending.isEmpty else { return }
        try sayGoodbye(link)
    }

    /// Asks the broker to close.
    func sayGoodbye(_ link: AMQPLink) throws {
        let arena = Arena()
        try withExtendedLifetime(arena) {
            var fields = amqp_connection_close_t()
            fields.reply_code = UInt16(AMQP_REPLY_SUCCESS)
            fields.reply_text = arena.bytes("goodbye")
            try link.send(AMQP_CONNECTION_CLOSE_METHOD, fields, channel: 0)
        }
    }
}
