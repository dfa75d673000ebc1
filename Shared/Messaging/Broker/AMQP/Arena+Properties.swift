import CRabbitMQ

extension Arena {
    /// A message's properties for the library's own publishing.
    func properties(of message: OutgoingMessage, sequence: Int64?) -> amqp_basic_properties_t {
        var properties = amqp_basic_properties_t()
        var flags = AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_DELIVERY_MODE_FLAG
        properties.content_type = bytes(message.contentType)
        properties.delivery_mode = message.persistent ? 2 : 1
        var entries = message.headers.map { entry($0.0, $0.1) }
        if let sequence { entries.append(entry(PublishWindow.sequenceHeader, sequence)) }
        if !entries.isEmpty {
            flags |= AMQP_BASIC_HEADERS_FLAG
            properties.headers = table(entries)
        }
        if let text = message.correlationID {
            flags |= AMQP_BASIC_CORRELATION_ID_FLAG
            properties.correlation_id = bytes(text)
        }
        if let text = message.replyTo {
            flags |= AMQP_BASIC_REPLY_TO_FLAG
            properties.reply_to = bytes(text)
        }
        if let text = message.messageID {
            flags |= AMQP_BASIC_MESSAGE_ID_FLAG
            properties.message_id = bytes(text)
        }
        if let text = message.userID {
            flags |= AMQP_BASIC_USER_ID_FLAG
            properties.user_id = bytes(text)
        }
        properties._flags = amqp_flags_t(flags)
        return properties
    }
}
