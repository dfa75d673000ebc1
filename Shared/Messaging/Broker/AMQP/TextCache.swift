import CRabbitMQ
import Foundation

/// Remembers the last text of a field: exchange, key, user and media type seldom change from message to message.
struct TextCache {
    private var text = ""

    mutating func text(of bytes: amqp_bytes_t) -> String {
        let length = bytes.len
        let same =
            text.utf8.count == length
            && text.withUTF8 { last in
                guard let base = last.baseAddress, length > 0 else { return length == 0 }
                return memcmp(base, bytes.bytes, length) == 0
            }
        if !same { text = String(bytes) }
        return text
    }
}
