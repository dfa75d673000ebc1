import CRabbitMQ
import Foundation

/// C strings that live as long as the arena, for calls that are too rare to be worth more care.
final class Arena {
    private var blocks: [UnsafeMutableRawPointer] = []

    deinit {
        blocks.forEach { $0.deallocate() }
    }

    func bytes(_ text: String) -> amqp_bytes_t {
        bytes(Array(text.utf8))
    }

    func bytes(_ content: [UInt8]) -> amqp_bytes_t {
        guard !content.isEmpty else { return amqp_bytes_t(len: 0, bytes: nil) }
        let block = UnsafeMutableRawPointer.allocate(byteCount: content.count, alignment: 1)
        content.withUnsafeBytes { block.copyMemory(from: $0.baseAddress!, byteCount: content.count) }
        blocks.append(block)
        return amqp_bytes_t(len: content.count, bytes: block)
    }

    func table(_ entries: [amqp_table_entry_t]) -> amqp_table_t {
        guard !entries.isEmpty else { return amqp_table_t(num_entries: 0, entries: nil) }
        let size = MemoryLayout<amqp_table_entry_t>.stride * entries.count
        let block = UnsafeMutableRawPointer.allocate(
            byteCount: size, alignment: MemoryLayout<amqp_table_entry_t>.alignment)
        blocks.append(block)
        let pointer = block.bindMemory(to: amqp_table_entry_t.self, capacity: entries.count)
        pointer.initialize(from: entries, count: entries.count)
        return amqp_table_t(num_entries: Int32(entries.count), entries: pointer)
    }

    func entry(_ key: String, _ text: String) -> amqp_table_entry_t {
        var entry = amqp_table_entry_t()
        entry.key = bytes(key)
        entry.value.kind = UInt8(AMQP_FIELD_KIND_UTF8.rawValue)
        entry.value.value.bytes = bytes(text)
        return entry
    }

    func entry(_ key: String, _ truth: Bool) -> amqp_table_entry_t {
        var entry = amqp_table_entry_t()
        entry.key = bytes(key)
        entry.value.kind = UInt8(AMQP_FIELD_KIND_BOOLEAN.rawValue)
        entry.value.value.boolean = truth ? 1 : 0
        return entry
    }

    func entry(_ key: String, _ number: Int64) -> amqp_table_entry_t {
        var entry = amqp_table_entry_t()
        entry.key = bytes(key)
        entry.value.kind = UInt8(AMQP_FIELD_KIND_I64.rawValue)
        entry.value.value.i64 = number
        return entry
    }
}
