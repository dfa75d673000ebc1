import Contracts
import Crypto

/// The arithmetic of the audit trail's seals; pure, so that the verifier and the sealer cannot disagree.
public enum AuditChain {
    /// The `previous` of the first link.
    public static let beginning = [UInt8](repeating: 0, count: 32)

    /// An audit entry as it is hashed: its columns in the order of the table, as text.
    public struct Entry: Sendable {
        /// Each column's length (four bytes, big-endian; all ones for an absent one) and UTF-8 bytes.
        fileprivate private(set) var bytes: [UInt8] = []

        /// An entry without columns.
        init() {}

        /// An entry of these columns; absent ones are nil.
        public init(columns: [String?]) {
            for column in columns { add(column) }
        }

        /// Adds the next column.
        mutating func add(_ column: String?) {
            guard var column else { return addAbsent() }
            column.withUTF8 { add(utf8: UnsafeRawBufferPointer($0)) }
        }

        /// Adds the next column, an id.
        mutating func add(_ column: Identifier?) {
            guard let column else { return addAbsent() }
            add(length: 36)
            column.append(to: &bytes)
        }

        /// Adds the next column, whose UTF-8 stands elsewhere.
        mutating func add(utf8 column: UnsafeRawBufferPointer?) {
            guard let column else { return addAbsent() }
            add(length: UInt32(column.count))
            bytes.append(contentsOf: column)
        }

        /// Begins another entry in the same memory.
        mutating func clear() { bytes.removeAll(keepingCapacity: true) }

        private mutating func addAbsent() { add(length: .max) }

        private mutating func add(length: UInt32) {
            withUnsafeBytes(of: length.bigEndian) { bytes.append(contentsOf: $0) }
        }
    }

    /// SHA-256 over an entry.
    public static func hash(_ entry: Entry) -> [UInt8] { Array(SHA256.hash(data: entry.bytes)) }

    /// The digest of a seal: SHA-256 over its entries' hashes, in order of (transaction, id).
    public struct Digest {
        private var hash = SHA256()
        /// Entries so far.
        public private(set) var count: Int64 = 0

        /// The digest of no entries.
        public init() {}

        /// Adds the next entry.
        public mutating func add(_ entry: Entry) {
            SHA256.hash(data: entry.bytes).withUnsafeBytes { hash.update(bufferPointer: $0) }
            count += 1
        }

        /// The digest's 32 bytes.
        public func bytes() -> [UInt8] { Array(hash.finalize()) }
    }

    /// A link of the chain: SHA-256 over the previous link, the range of transactions, the count and the digest.
    public static func link(
        number: Int64, previous: [UInt8], from: String, to: String, entries: Int64, digest: [UInt8]
    ) -> [UInt8] {
        hash(
            Entry(columns: [
                String(number), hex(previous), from, to, String(entries), hex(digest),
            ]))
    }

    /// Lower-case hexadecimal digits of bytes.
    public static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
