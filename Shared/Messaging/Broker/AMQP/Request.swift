import CRabbitMQ

/// A method of the channel that the broker answers.
enum Request: Sendable {
    case confirms
    case prefetch(Int)
    case consume(queue: String, acknowledging: Bool)
    case cancel(queue: String)
    case declare(Topology.Queue)
    case count(queue: String)
    case delete(queue: String)
    case bind(Topology.Binding)
    case unbind(Topology.Binding)
    case check(Topology.Exchange)

    /// What the broker says.
    struct Reply: Sendable {
        var messages = 0
    }

    /// The method that answers.
    var answer: amqp_method_number_t {
        switch self {
        case .confirms: AMQP_CONFIRM_SELECT_OK_METHOD
        case .prefetch: AMQP_BASIC_QOS_OK_METHOD
        case .consume: AMQP_BASIC_CONSUME_OK_METHOD
        case .cancel: AMQP_BASIC_CANCEL_OK_METHOD
        case .declare, .count: AMQP_QUEUE_DECLARE_OK_METHOD
        case .delete: AMQP_QUEUE_DELETE_OK_METHOD
        case .bind: AMQP_QUEUE_BIND_OK_METHOD
        case .unbind: AMQP_QUEUE_UNBIND_OK_METHOD
        case .check: AMQP_EXCHANGE_DECLARE_OK_METHOD
        }
    }

    /// Sends the method; `consumer` names the subscription where there is one.
    func send(over link: AMQPLink, consumer: Int = 0) throws {
        let arena = Arena()
        try withExtendedLifetime(arena) {
            switch self {
            case .confirms:
                try link.send(AMQP_CONFIRM_SELECT_METHOD, amqp_confirm_select_t(nowait: 0))
            case .prefetch(let count):
                // Per consumer: quorum queues refuse the global kind.
                try link.send(
                    AMQP_BASIC_QOS_METHOD, amqp_basic_qos_t(prefetch_size: 0, prefetch_count: UInt16(count), global: 0))
            case .consume(let queue, let acknowledging):
                var fields = amqp_basic_consume_t()
                fields.queue = arena.bytes(queue)
                fields.consumer_tag = arena.bytes("\(consumer)")
                fields.no_ack = acknowledging ? 0 : 1
                try link.send(AMQP_BASIC_CONSUME_METHOD, fields)
            case .cancel:
                try link.send(
                    AMQP_BASIC_CANCEL_METHOD, amqp_basic_cancel_t(consumer_tag: arena.bytes("\(consumer)"), nowait: 0))
            case .declare(let queue):
                try declare(queue, arena, link)
            case .count(let queue):
                var fields = amqp_queue_declare_t()
                fields.queue = arena.bytes(queue)
                fields.passive = 1
                try link.send(AMQP_QUEUE_DECLARE_METHOD, fields)
            case .delete(let queue):
                var fields = amqp_queue_delete_t()
                fields.queue = arena.bytes(queue)
                try link.send(AMQP_QUEUE_DELETE_METHOD, fields)
            case .bind(let binding):
                var fields = amqp_queue_bind_t()
                fields.queue = arena.bytes(binding.queue)
                fields.exchange = arena.bytes(binding.exchange)
                fields.routing_key = arena.bytes(binding.key)
                try link.send(AMQP_QUEUE_BIND_METHOD, fields)
            case .unbind(let binding):
                var fields = amqp_queue_unbind_t()
                fields.queue = arena.bytes(binding.queue)
                fields.exchange = arena.bytes(binding.exchange)
                fields.routing_key = arena.bytes(binding.key)
                try link.send(AMQP_QUEUE_UNBIND_METHOD, fields)
            case .check(let exchange):
                var fields = amqp_exchange_declare_t()
                fields.exchange = arena.bytes(exchange.name)
                fields.type = arena.bytes(exchange.kind.rawValue)
                fields.passive = 1
                try link.send(AMQP_EXCHANGE_DECLARE_METHOD, fields)
            }
        }
    }

    private func declare(_ queue: Topology.Queue, _ arena: Arena, _ link: AMQPLink) throws {
        var fields = amqp_queue_declare_t()
        fields.queue = arena.bytes(queue.name)
        fields.durable = 1
        var arguments = [arena.entry("x-queue-type", "quorum")]
        if queue.singleActiveConsumer { arguments.append(arena.entry("x-single-active-consumer", true)) }
        fields.arguments = arena.table(arguments)
        try link.send(AMQP_QUEUE_DECLARE_METHOD, fields)
    }
}
