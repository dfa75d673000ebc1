import Crypto
import Foundation

/// A 128-bit UUID that sorts as PostgreSQL's `uuid` does.
///
/// Ids of messages and entries are UUIDv7 (RFC 9562, section 5.7), so that new rows land at the right edge of an index.
/// Ids of effects are derived from their cause (RFC 9562, section 5.8, version 8), so that the same cause always names
/// the same effect.
public struct Identifier: Hashable, Comparable, Sendable {
    /// The first eight bytes, big-endian.
    public let high: UInt64
    /// The last eight bytes, big-endian.
    public let low: UInt64

    /// An identifier of the given sixteen bytes.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Hashes both halves as one word: ids are random or come from SHA-256, so nobody makes many that share it.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(high ^ low)
    }

    /// Orders by bytes, as PostgreSQL does.
    public static func < (left: Identifier, right: Identifier) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }

    /// A UUIDv7 of a moment: 48 bits of milliseconds, 12 bits of the millisecond's fraction, 62 random bits.
    public static func v7(at moment: Timestamp, random: inout some RandomNumberGenerator) -> Identifier {
        v7(at: moment, random: random.next())
    }

    /// A UUIDv7 of a moment with 62 of these random bits.
    public static func v7(at moment: Timestamp, random: UInt64) -> Identifier {
        let microseconds = UInt64(max(0, moment.microseconds))
        let fraction = (microseconds % 1000) * 4096 / 1000
        let high = (microseconds / 1000) << 16 | 0x7000 | fraction
        let low = random & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        return Identifier(high: high, low: low)
    }

    /// The id of an effect, from the kind of effect and what caused it.
    ///
    /// The first sixteen bytes of SHA-256 over the parts, each preceded by its length in bytes so that no two lists of
    /// parts run together, with the version (8) and variant bits set.
    public static func derived(_ kind: String, _ parts: String...) -> Identifier {
        derived(kind, nil, parts)
    }

    /// The id of an effect, from the kind of effect and what caused it, whose first part is the text form of an id.
    public static func derived(_ kind: String, _ cause: Identifier, _ parts: String...) -> Identifier {
        derived(kind, cause, parts)
    }

    private static func derived(_ kind: String, _ cause: Identifier?, _ parts: [String]) -> Identifier {
        let most = parts.reduce(4 + kind.utf8.count + 40) { $0 + 4 + $1.utf8.count }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { buffer in
            var writer = PartWriter(buffer: buffer)
            writer.put(kind)
            if let cause { writer.put(cause) }
            for part in parts { writer.put(part) }
            var hash = SHA256()
            hash.update(bufferPointer: writer.written)
            return Identifier(digest: hash.finalize())
        }
    }

    /// The id of an effect, from its kind and one part in UTF-8, which is not copied.
    public static func derived(_ kind: String, _ part: [UInt8]) -> Identifier {
        let prefix = kind.utf8.count + 8
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: prefix) { buffer in
            var writer = PartWriter(buffer: buffer)
            writer.put(kind)
            writer.put(length: part.count)
            var hash = SHA256()
            hash.update(bufferPointer: writer.written)
            hash.update(data: part)
            return Identifier(digest: hash.finalize())
        }
    }

    /// Writes parts as they are hashed: each preceded by its length in four bytes, big-endian.
    ///
    /// Into memory of the stack, which its maker has made as large as the parts: every message derives several ids.
    private struct PartWriter {
        let buffer: UnsafeMutableBufferPointer<UInt8>
        private var count = 0

        init(buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

        var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: buffer[..<count])) }

        mutating func put(length: Int) {
            UnsafeMutableRawBufferPointer(buffer).storeBytes(
                of: UInt32(length).bigEndian, toByteOffset: count, as: UInt32.self)
            count += 4
        }

        mutating func put(_ part: String) {
            put(length: part.utf8.count)
            count = buffer[count...].initialize(fromContentsOf: part.utf8)
        }

        mutating func put(_ part: Identifier) {
            put(length: 36)
            part.write(into: UnsafeMutableBufferPointer(rebasing: buffer[count..<count + 36]))
            count += 36
        }
    }

    private init(digest: SHA256.Digest) {
        self = digest.withUnsafeBytes { bytes in
            let high = UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
            let low = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            return Identifier(
                high: high & ~0xF000 | 0x8000, low: low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
        }
    }

    /// The id of a contractor, from where it is known and under which id, so that every service computes it unasked.
    public static func contractor(source: String, workerId: String) -> Identifier {
        derived("contractor", source, workerId)
    }

    /// The id of an engagement, from the system that recorded it and its id there.
    public static func engagement(source: String, id: String) -> Identifier {
        derived("engagement", source, id)
    }
}
