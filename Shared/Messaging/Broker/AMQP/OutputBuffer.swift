import Foundation

/// Bytes on their way to a socket: frames are appended whole, and many leave with one system call.
///
/// Raw memory, because a message passes here byte by byte; confined to the thread of its connection.
final class OutputBuffer {
    private var memory: UnsafeMutableRawPointer
    private var capacity: Int
    private var head = 0
    private var tail = 0

    init(capacity: Int = 1 << 18) {
        self.capacity = capacity
        memory = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit {
        memory.deallocate()
    }

    var count: Int { tail - head }

    /// Makes room for that many bytes at the end, which `advance(by:)` then takes into account.
    func room(_ length: Int) -> UnsafeMutableRawPointer {
        if capacity - tail < length {
            let kept = count
            var memory = self.memory
            if kept + length > capacity {
                capacity = max(capacity * 2, kept + length)
                memory = .allocate(byteCount: capacity, alignment: 16)
                memory.copyMemory(from: self.memory + head, byteCount: kept)
                self.memory.deallocate()
                self.memory = memory
            } else {
                memmove(memory, memory + head, kept)
            }
            head = 0
            tail = kept
        }
        return memory + tail
    }

    func advance(by length: Int) {
        tail += length
    }

    func put(_ value: some FixedWidthInteger) {
        let size = value.bitWidth / 8
        room(size).storeBytes(of: value.bigEndian, as: type(of: value))
        tail += size
    }

    func put(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        room(bytes.count).copyMemory(from: base, byteCount: bytes.count)
        tail += bytes.count
    }

    /// A string with its length in one byte; the caller has made sure that it fits.
    func putShort(_ text: String) {
        var text = text
        text.withUTF8 {
            put(UInt8($0.count))
            put(UnsafeRawBufferPointer($0))
        }
    }

    /// A string with its length in four bytes.
    func putLong(_ text: String) {
        var text = text
        text.withUTF8 {
            put(UInt32($0.count))
            put(UnsafeRawBufferPointer($0))
        }
    }

    /// Writes a length of four bytes at a place kept by `keepLength()`, counting from behind it.
    func fill(_ place: Int, minus extra: Int = 0) {
        let offset = head + place
        (memory + offset).storeBytes(of: UInt32(tail - offset - 4 - extra).bigEndian, as: UInt32.self)
    }

    /// Keeps four bytes for a length that is known later; valid until bytes leave.
    func keepLength() -> Int {
        let place = count
        put(UInt32(0))
        return place
    }

    /// Hands to the socket what it takes, without waiting; false when nothing moved.
    func flush(to socket: Int32) throws -> Bool {
        var moved = false
        while head < tail {
            let written = send(socket, memory + head, tail - head, Int32(MSG_NOSIGNAL))
            if written > 0 {
                head += written
                moved = true
            } else if written < 0, errno == EAGAIN || errno == EWOULDBLOCK {
                return moved
            } else if written < 0, errno == EINTR {
                continue
            } else {
                throw BrokerError(.connectionLost, "writing to the broker failed: \(String(cString: strerror(errno)))")
            }
        }
        head = 0
        tail = 0
        return moved
    }
}
