import CRabbitMQ

extension OutputBuffer {
    private static let frameEnd: UInt8 = 0xCE
    private static let publishFixed: [UInt8] = [0, 60, 0, 40, 0, 0]

    /// Appends a method that the library encodes.
    func put(method: amqp_method_number_t, _ fields: UnsafeMutableRawPointer, channel: UInt16, limit: Int) throws {
        put(UInt8(AMQP_FRAME_METHOD))
        put(channel)
        let length = keepLength()
        put(method)
        let space = amqp_bytes_t(len: limit, bytes: room(limit))
        let written = amqp_encode_method(method, fields, space)
        guard written >= 0 else {
            let reason = String(cString: amqp_error_string2(written))
            throw BrokerError(.invalid, "method \(method) cannot be encoded: \(reason)")
        }
        advance(by: Int(written))
        fill(length)
        put(Self.frameEnd)
    }

    func putHeartbeat() {
        put(UInt8(AMQP_FRAME_HEARTBEAT))
        put(UInt16(0))
        put(UInt32(0))
        put(Self.frameEnd)
    }

    /// Appends the frames of one message: method, header, and a body in as many frames as it takes.
    func put(_ message: OutgoingMessage, sequence: Int64?, channel: UInt16, frameMax: Int) {
        put(UInt8(AMQP_FRAME_METHOD))
        put(channel)
        var length = keepLength()
        Self.publishFixed.withUnsafeBytes { put($0) }
        putShort(message.exchange)
        putShort(message.routingKey)
        put(UInt8(message.mandatory ? 1 : 0))
        fill(length)
        put(Self.frameEnd)

        put(UInt8(AMQP_FRAME_HEADER))
        put(channel)
        length = keepLength()
        put(UInt16(60))
        put(UInt16(0))
        put(UInt64(message.body.count))
        putProperties(of: message, sequence: sequence)
        fill(length)
        put(Self.frameEnd)

        message.body.withUnsafeBytes { body in
            var start = 0
            while start < body.count {
                let end = min(start + frameMax - 8, body.count)
                put(UInt8(AMQP_FRAME_BODY))
                put(channel)
                put(UInt32(end - start))
                put(UnsafeRawBufferPointer(rebasing: body[start..<end]))
                put(Self.frameEnd)
                start = end
            }
        }
    }

    private func putProperties(of message: OutgoingMessage, sequence: Int64?) {
        let hasHeaders = !message.headers.isEmpty || sequence != nil
        var flags = UInt16(AMQP_BASIC_CONTENT_TYPE_FLAG | AMQP_BASIC_DELIVERY_MODE_FLAG)
        if hasHeaders { flags |= UInt16(AMQP_BASIC_HEADERS_FLAG) }
        if message.correlationID != nil { flags |= UInt16(AMQP_BASIC_CORRELATION_ID_FLAG) }
        if message.replyTo != nil { flags |= UInt16(AMQP_BASIC_REPLY_TO_FLAG) }
        if message.messageID != nil { flags |= UInt16(AMQP_BASIC_MESSAGE_ID_FLAG) }
        if message.userID != nil { flags |= UInt16(AMQP_BASIC_USER_ID_FLAG) }
        put(flags)
        putShort(message.contentType)
        if hasHeaders { putHeaders(message.headers, sequence: sequence) }
        put(UInt8(message.persistent ? 2 : 1))
        if let text = message.correlationID { putShort(text) }
        if let text = message.replyTo { putShort(text) }
        if let text = message.messageID { putShort(text) }
        if let text = message.userID { putShort(text) }
    }

    private func putHeaders(_ headers: [(String, String)], sequence: Int64?) {
        let length = keepLength()
        for (name, value) in headers {
            putShort(name)
            put(UInt8(AMQP_FIELD_KIND_UTF8.rawValue))
            putLong(value)
        }
        if let sequence {
            putShort(PublishWindow.sequenceHeader)
            put(UInt8(AMQP_FIELD_KIND_I64.rawValue))
            put(sequence)
        }
        fill(length)
    }
}
