extension Identifier: CustomStringConvertible, LosslessStringConvertible {
    /// The 36 characters of the usual text form, in lower case.
    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            write(into: UnsafeMutableBufferPointer(rebasing: buffer[0..<36]))
            return 36
        }
    }

    /// Reads the usual text form (36 characters, either case).
    public init?(_ description: String) {
        var copy = description
        let parsed = copy.withUTF8 { Identifier(utf8: UnsafeRawBufferPointer($0)) }
        guard let parsed else { return nil }
        self = parsed
    }

    /// Reads the usual text form from bytes.
    public init?(utf8 bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 36 else { return nil }
        let dash = UInt8(ascii: "-")
        guard bytes[8] == dash, bytes[13] == dash, bytes[18] == dash, bytes[23] == dash else { return nil }
        func half(_ offset: Int) -> UInt64 {
            UInt64(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        }
        guard
            let first = Hexadecimal.value(
                of: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))),
            let second = Hexadecimal.value(of: half(9) << 32 | half(14)),
            let third = Hexadecimal.value(of: half(19) << 32 | half(24)),
            let fourth = Hexadecimal.value(
                of: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 28, as: UInt64.self)))
        else { return nil }
        self.init(high: first << 32 | second, low: third << 32 | fourth)
    }

    /// Appends the text form to a buffer of bytes.
    public func append(to bytes: inout [UInt8]) {
        bytes.append(atMost: 36) { start in
            write(into: UnsafeMutableBufferPointer(start: start, count: 36))
            return 36
        }
    }

    /// Eight digits at a time: ids are most of what services write to each other.
    func write(into buffer: UnsafeMutableBufferPointer<UInt8>) {
        let raw = UnsafeMutableRawBufferPointer(buffer)
        func store(_ digits: UInt64, at offset: Int) {
            let first = UInt32(truncatingIfNeeded: digits >> 32)
            raw.storeBytes(of: first.bigEndian, toByteOffset: offset, as: UInt32.self)
        }
        let second = Hexadecimal.digits(of: high & 0xFFFF_FFFF)
        let third = Hexadecimal.digits(of: low >> 32)
        raw.storeBytes(of: Hexadecimal.digits(of: high >> 32).bigEndian, toByteOffset: 0, as: UInt64.self)
        store(second, at: 9)
        store(second << 32, at: 14)
        store(third, at: 19)
        store(third << 32, at: 24)
        raw.storeBytes(of: Hexadecimal.digits(of: low & 0xFFFF_FFFF).bigEndian, toByteOffset: 28, as: UInt64.self)
        let dash = UInt8(ascii: "-")
        buffer[8] = dash
        buffer[13] = dash
        buffer[18] = dash
        buffer[23] = dash
    }
}
