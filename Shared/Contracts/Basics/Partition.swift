/// The part of a service's work that a contractor belongs to.
///
/// FNV-1a over the sixteen bytes of the contractor's id, folded to 32 bits, modulo the number of partitions;
/// published vectors stand in `docs/contracts/README.md`.
public struct Partition: Hashable, Comparable, Sendable {
    /// Partitions of every service; a change needs a new generation of queues.
    public static let count = 16

    /// All partitions, in order.
    public static let all = (0..<count).map { Partition(number: $0) }

    /// 0 to 15.
    public let number: Int

    /// The partition of a number from 0 to 15.
    public init(number: Int) {
        precondition((0..<Partition.count).contains(number), "there are \(Partition.count) partitions")
        self.number = number
    }

    /// The partition of a contractor.
    public init(of contractor: Identifier) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for half in [contractor.high, contractor.low] {
            for shift in stride(from: UInt64(56), through: 0, by: -8) {
                hash = (hash ^ (half >> shift & 0xFF)) &* 0x0000_0100_0000_01B3
            }
        }
        self.init(number: Int((hash >> 32 ^ hash & 0xFFFF_FFFF) % UInt64(Partition.count)))
    }

    /// Orders by number.
    public static func < (left: Partition, right: Partition) -> Bool {
        left.number < right.number
    }

    /// Two digits, as a routing key ends with them: `07`.
    public var suffix: String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
