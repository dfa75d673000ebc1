import CRabbitMQ
import Logging
import Synchronization

extension ConnectionLoop {
    func handle(_ frame: amqp_frame_t, _ link: AMQPLink) throws {
        switch Int32(frame.frame_type) {
        case AMQP_FRAME_METHOD:
            try handle(frame.payload.method, link)
        case AMQP_FRAME_HEADER:
            guard let decoded = frame.payload.properties.decoded else { return }
            let properties = UnsafePointer(decoded.assumingMemoryBound(to: amqp_basic_properties_t.self))
            take(assembler.header(properties, size: frame.payload.properties.body_size))
        case AMQP_FRAME_BODY:
            take(assembler.body(frame.payload.body_fragment))
        default:
            break
        }
    }

    private func take(_ content: FrameAssembler.Content?) {
        switch content {
        case nil: break
        case .delivery(let delivery):
            arrived.append(delivery)
            arrivedBytes += delivery.body.count
        case .returned(let message):
            let known = publishing.returned(
                sequence: message.sequence, messageID: message.messageID, routingKey: message.routingKey,
                code: message.code, text: message.text)
            if !known {
                connection.logger.warning(
                    "a returned message belongs to no call", metadata: ["key": "\(message.routingKey)"])
            }
        }
    }

    private func handle(_ method: amqp_method_t, _ link: AMQPLink) throws {
        guard let fields = method.decoded else { return }
        switch method.id {
        case AMQP_BASIC_DELIVER_METHOD:
            let deliver = fields.assumingMemoryBound(to: amqp_basic_deliver_t.self)
            guard let queue = queue(of: deliver.pointee.consumer_tag) else {
                throw BrokerError(.connectionLost, "a delivery belongs to no subscription")
            }
            assembler.begin(deliver.pointee, queue: queue)
        case AMQP_BASIC_RETURN_METHOD:
            assembler.begin(fields.assumingMemoryBound(to: amqp_basic_return_t.self).pointee)
        case AMQP_BASIC_ACK_METHOD:
            let ack = fields.assumingMemoryBound(to: amqp_basic_ack_t.self).pointee
            settle(ack.delivery_tag, ack.multiple != 0, accepted: true)
        case AMQP_BASIC_NACK_METHOD:
            let nack = fields.assumingMemoryBound(to: amqp_basic_nack_t.self).pointee
            settle(nack.delivery_tag, nack.multiple != 0, accepted: false)
        case AMQP_BASIC_CANCEL_METHOD:
            cancelled(fields.assumingMemoryBound(to: amqp_basic_cancel_t.self).pointee)
        case AMQP_CONNECTION_BLOCKED_METHOD:
            alarm(String(fields.assumingMemoryBound(to: amqp_connection_blocked_t.self).pointee.reason), link)
        case AMQP_CONNECTION_UNBLOCKED_METHOD:
            alarm(nil, link)
        case AMQP_CHANNEL_CLOSE_METHOD:
            let error = BrokerError.closed(fields.assumingMemoryBound(to: amqp_channel_close_t.self).pointee)
            try link.send(AMQP_CHANNEL_CLOSE_OK_METHOD, amqp_channel_close_ok_t())
            try sayGoodbye(link)
            _ = try link.output.flush(to: link.socket)
            throw error
        case AMQP_CONNECTION_CLOSE_METHOD:
            let error = BrokerError.closed(fields.assumingMemoryBound(to: amqp_connection_close_t.self).pointee)
            try link.send(AMQP_CONNECTION_CLOSE_OK_METHOD, amqp_connection_close_ok_t(), channel: 0)
            _ = try link.output.flush(to: link.socket)
            throw error
        case AMQP_CONNECTION_CLOSE_OK_METHOD:
            throw Finished()
        default:
            try answer(method.id, fields, link)
        }
        if method.id >> 16 == AMQP_CONNECTION_CLASS { link.releaseAll() }
    }

    /// The subscription's queue; consumer tags are our own small numbers.
    private func queue(of tag: amqp_bytes_t) -> String? {
        var number = 0
        for digit in UnsafeRawBufferPointer(start: tag.bytes, count: tag.len) {
            number = number &* 10 &+ Int(digit) &- 48
        }
        return consumers[number]
    }

    private func settle(_ sequence: UInt64, _ multiple: Bool, accepted: Bool) {
        for job in publishing.settle(sequence, multiple: multiple, accepted: accepted) {
            job.promise.resolve(.success(job.outcomes))
        }
    }

    private func cancelled(_ fields: amqp_basic_cancel_t) {
        guard let queue = queue(of: fields.consumer_tag) else { return }
        consumers = consumers.filter { $0.value != queue }
        connection.logger.warning("the broker ended a subscription", metadata: ["queue": "\(queue)"])
        handOver(cancelled: queue)
    }

    private func alarm(_ reason: String?, _ link: AMQPLink) {
        blocked = reason != nil
        stalledSince = nil
        // A blocked broker reads nothing, so that unsent bytes are no sign of a dead peer; its heartbeats still are.
        link.limitSilence(!blocked)
        connection.blocked.store(blocked, ordering: .relaxed)
        connection.logger.warning(
            blocked ? "the broker stopped reading" : "the broker reads again",
            metadata: ["connection": "\(connection.name)", "reason": "\(reason ?? "")"])
    }

    private func answer(_ method: amqp_method_number_t, _ fields: UnsafeMutableRawPointer, _ link: AMQPLink) throws {
        guard let (request, consumer, promise) = pending.first, request.answer == method else {
            throw BrokerError(.connectionLost, "the broker sent method \(method) that nobody waits for")
        }
        pending.removeFirst()
        pendingSince = Monotonic.now()
        var reply = Request.Reply()
        switch request {
        case .declare, .count:
            reply.messages = Int(fields.assumingMemoryBound(to: amqp_queue_declare_ok_t.self).pointee.message_count)
        case .cancel(let queue):
            consumers[consumer] = nil
            try giveBack(queue, link)
        default: break
        }
        promise.resolve(.success(reply))
        try sayGoodbyeWhenAnswered(link)
    }

    /// Returns to a queue what arrived of it and was not handed out.
    private func giveBack(_ queue: String, _ link: AMQPLink) throws {
        handOver()
        let tags = connection.shared.withLock { $0.deliveries.remove(queue: queue) }
        for tag in tags {
            try link.send(AMQP_BASIC_NACK_METHOD, amqp_basic_nack_t(delivery_tag: tag, multiple: 0, requeue: 1))
        }
    }
}
