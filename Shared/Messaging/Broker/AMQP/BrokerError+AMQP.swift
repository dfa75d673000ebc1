import CRabbitMQ

extension BrokerError {
    /// The broker closed the channel or the connection.
    ///
    /// Without a method of ours to blame it is not our mistake: a restart, an operator, an acknowledgement that took
    /// too long. The way out is a new connection.
    static func closed(code: UInt16, text: String, classID: UInt16, methodID: UInt16) -> BrokerError {
        let detail = "the broker closed the channel: \(code) \(text)"
        guard classID != 0 || methodID != 0 || code == 403 || code == 530 else {
            return BrokerError(.connectionLost, detail)
        }
        switch code {
        case 403, 530: return BrokerError(.refused, detail)
        case 404: return BrokerError(.notFound, detail)
        case 405, 406: return BrokerError(.preconditionFailed, detail)
        default: return BrokerError(.connectionLost, detail)
        }
    }

    /// A call of the library failed.
    static func library(_ status: Int32, _ doing: String) -> BrokerError {
        let detail = "\(doing): \(String(cString: amqp_error_string2(status)))"
        return BrokerError(status == AMQP_STATUS_TIMEOUT.rawValue ? .timeout : .connectionLost, detail)
    }

    /// What an answer that the library waited for says, when it is not the good one.
    static func reply(_ reply: amqp_rpc_reply_t, _ doing: String) -> BrokerError? {
        switch reply.reply_type {
        case AMQP_RESPONSE_NORMAL:
            return nil
        case AMQP_RESPONSE_SERVER_EXCEPTION:
            guard let fields = reply.reply.decoded else { break }
            if reply.reply.id == AMQP_CONNECTION_CLOSE_METHOD {
                return closed(fields.assumingMemoryBound(to: amqp_connection_close_t.self).pointee, doing)
            } else if reply.reply.id == AMQP_CHANNEL_CLOSE_METHOD {
                return closed(fields.assumingMemoryBound(to: amqp_channel_close_t.self).pointee)
            }
        case AMQP_RESPONSE_LIBRARY_EXCEPTION:
            return library(reply.library_error, doing)
        default:
            break
        }
        return BrokerError(.connectionLost, "\(doing): the broker ended the connection")
    }

    static func closed(_ fields: amqp_channel_close_t) -> BrokerError {
        closed(
            code: fields.reply_code, text: String(fields.reply_text), classID: fields.class_id,
            methodID: fields.method_id)
    }

    static func closed(_ fields: amqp_connection_close_t, _ doing: String = "connected") -> BrokerError {
        closed(
            code: fields.reply_code, text: "\(doing): \(String(fields.reply_text))", classID: fields.class_id,
            methodID: fields.method_id)
    }
}

extension String {
    /// The library's bytes as text; what is not UTF-8 is replaced.
    init(_ bytes: amqp_bytes_t) {
        self.init(decoding: UnsafeRawBufferPointer(start: bytes.bytes, count: bytes.len), as: UTF8.self)
    }
}
