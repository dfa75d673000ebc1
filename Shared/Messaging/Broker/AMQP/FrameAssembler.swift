import CRabbitMQ

/// Puts messages together from the frames of method, header and body.
///
/// The library's own calls would wait for the rest of a message; here a message that comes in pieces costs nothing.
struct FrameAssembler {
    /// A message that the broker gave back.
    struct Returned {
        var code: Int
        var text: String
        var routingKey: String
        var messageID: String?
        var sequence: UInt64?
    }

    enum Content {
        case delivery(Delivery)
        case returned(Returned)
    }

    /// No more than this is set aside on the word of a header; a longer body grows as it comes.
    private static let reserve: UInt64 = 1 << 22

    private var delivery: Delivery?
    private var returned: Returned?
    private var body: [UInt8] = []
    private var remaining: UInt64 = 0
    private var exchange = TextCache()
    private var key = TextCache()
    private var type = TextCache()
    private var user = TextCache()

    mutating func begin(_ fields: borrowing amqp_basic_deliver_t, queue: String) {
        delivery = Delivery(
            tag: fields.delivery_tag, queue: queue, exchange: exchange.text(of: fields.exchange),
            routingKey: key.text(of: fields.routing_key), body: [], redelivered: fields.redelivered != 0)
        returned = nil
    }

    mutating func begin(_ fields: borrowing amqp_basic_return_t) {
        returned = Returned(
            code: Int(fields.reply_code), text: String(fields.reply_text), routingKey: String(fields.routing_key))
        delivery = nil
    }

    mutating func header(_ properties: UnsafePointer<amqp_basic_properties_t>, size: UInt64) -> Content? {
        remaining = size
        if delivery != nil {
            read(properties)
        } else if returned != nil {
            if properties.pointee._flags & UInt32(AMQP_BASIC_MESSAGE_ID_FLAG) != 0 {
                returned?.messageID = String(properties.pointee.message_id)
            }
            if case .integer(let number)? = headers(properties)[PublishWindow.sequenceHeader] {
                returned?.sequence = UInt64(number)
            }
        }
        return size == 0 ? finish() : nil
    }

    mutating func body(_ fragment: amqp_bytes_t) -> Content? {
        let bytes = UnsafeRawBufferPointer(start: fragment.bytes, count: fragment.len)
        if UInt64(fragment.len) >= remaining, body.isEmpty {
            body = Array(bytes)
        } else {
            if body.isEmpty { body.reserveCapacity(Int(min(remaining, Self.reserve))) }
            body.append(contentsOf: bytes)
        }
        remaining -= min(UInt64(fragment.len), remaining)
        return remaining == 0 ? finish() : nil
    }

    private mutating func finish() -> Content? {
        defer {
            delivery = nil
            returned = nil
            body = []
        }
        if var delivery = delivery.take() {
            delivery.body = body
            return .delivery(delivery)
        }
        return returned.map { .returned($0) }
    }

    private mutating func read(_ properties: UnsafePointer<amqp_basic_properties_t>) {
        let flags = Int32(bitPattern: properties.pointee._flags)
        if flags & AMQP_BASIC_CONTENT_TYPE_FLAG != 0 {
            delivery?.contentType = type.text(of: properties.pointee.content_type)
        }
        if flags & AMQP_BASIC_USER_ID_FLAG != 0 { delivery?.userID = user.text(of: properties.pointee.user_id) }
        if flags & AMQP_BASIC_REPLY_TO_FLAG != 0 { delivery?.replyTo = String(properties.pointee.reply_to) }
        if flags & AMQP_BASIC_CORRELATION_ID_FLAG != 0 {
            delivery?.correlationID = String(properties.pointee.correlation_id)
        }
        if flags & AMQP_BASIC_MESSAGE_ID_FLAG != 0 { delivery?.messageID = String(properties.pointee.message_id) }
        guard flags & AMQP_BASIC_HEADERS_FLAG != 0 else { return }
        let headers = headers(properties)
        if case .integer(let count)? = headers["x-delivery-count"] { delivery?.deliveryCount = count }
        delivery?.headers = headers
    }

    private func headers(_ properties: UnsafePointer<amqp_basic_properties_t>) -> [String: HeaderValue] {
        guard properties.pointee._flags & UInt32(AMQP_BASIC_HEADERS_FLAG) != 0 else { return [:] }
        let table = properties.pointee.headers
        var headers: [String: HeaderValue] = [:]
        for entry in UnsafeBufferPointer(start: table.entries, count: Int(table.num_entries)) {
            headers[String(entry.key)] = HeaderValue(entry.value)
        }
        return headers
    }
}

extension HeaderValue {
    init(_ field: amqp_field_value_t) {
        switch amqp_field_value_kind_t(UInt32(field.kind)) {
        case AMQP_FIELD_KIND_UTF8, AMQP_FIELD_KIND_BYTES: self = .text(String(field.value.bytes))
        case AMQP_FIELD_KIND_BOOLEAN: self = .bool(field.value.boolean != 0)
        case AMQP_FIELD_KIND_I8: self = .integer(Int64(field.value.i8))
        case AMQP_FIELD_KIND_U8: self = .integer(Int64(field.value.u8))
        case AMQP_FIELD_KIND_I16: self = .integer(Int64(field.value.i16))
        case AMQP_FIELD_KIND_U16: self = .integer(Int64(field.value.u16))
        case AMQP_FIELD_KIND_I32: self = .integer(Int64(field.value.i32))
        case AMQP_FIELD_KIND_U32: self = .integer(Int64(field.value.u32))
        case AMQP_FIELD_KIND_I64: self = .integer(field.value.i64)
        case AMQP_FIELD_KIND_U64: self = .integer(Int64(clamping: field.value.u64))
        default: self = .other
        }
    }
}
