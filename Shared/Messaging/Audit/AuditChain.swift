import Contracts
import Crypto

/// The arithmetic of the audit trail's seals; pure, so that the verifier and the sealer cannot disagree.
public enum AuditChain {
    /// The `previous` of the first link.
    public static let beginning = [UInt8](repeating: 0, count: 32)

    /// An audit entry as it is hashed.
    public struct Entry: Sendable {
        /// The columns in the order of the table, as text; absent ones as nil.
        public var columns: [String?]

        /// An entry of these columns.
        public init(columns: [String?]) {
            self.columns = columns
        }
    }

    /// SHA-256 over each column's length (four bytes, big-endian; all ones for an absent one) and UTF-8 bytes.
    public static func hash(_ entry: Entry) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entry.columns.reduce(0) { $0 + 4 + ($1?.utf8.count ?? 0) })
        for column in entry.columns {
            let length = column.map { UInt32($0.utf8.count) } ?? .max
            withUnsafeBytes(of: length.bigEndian) { bytes.append(contentsOf: $0) }
            if let column { bytes.append(contentsOf: column.utf8) }
        }
        return Array(SHA256.hash(data: bytes))
    }

    /// The digest of a seal: SHA-256 over its entries' hashes, in order of (transaction, id).
    public struct Digest {
        private var hash = SHA256()
        /// Entries so far.
        public private(set) var count: Int64 = 0

        /// The digest of no entries.
        public init() {}

        /// Adds the next entry.
        public mutating func add(_ entry: Entry) {
            hash.update(data: AuditChain.hash(entry))
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
