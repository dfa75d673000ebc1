import Crypto

/// Which bit a position of a list is: a secret permutation, so that a bit says nothing about when it was given away.
///
/// Four rounds of a Feistel network over 18 bits, walked until the result is one of the list's 17: every position has
/// one bit and every bit one position, so that no two credentials can meet; the database's key would refuse them.
struct StatusPermutation: Sendable {
    /// The bits of a list.
    static let size: Int64 = 131_072

    private let key: [UInt8]

    /// The permutation of a secret.
    init(key: [UInt8]) {
        self.key = key
    }

    /// The list and bit of a position.
    func place(_ position: Int64) -> StatusPlace {
        let (list, offset) = position.quotientAndRemainder(dividingBy: StatusPermutation.size)
        var value = UInt32(offset)
        repeat { value = permuted(value, list) } while value >= UInt32(StatusPermutation.size)
        return StatusPlace(list: list, index: Int32(value))
    }

    private func permuted(_ value: UInt32, _ list: Int64) -> UInt32 {
        var left = value >> 9
        var right = value & 0x1FF
        for round: UInt8 in 0..<4 {
            (left, right) = (right, left ^ (mixed(right, round, list) & 0x1FF))
        }
        return left << 9 | right
    }

    private func mixed(_ half: UInt32, _ round: UInt8, _ list: Int64) -> UInt32 {
        var input = key
        input.append(round)
        withUnsafeBytes(of: list.littleEndian) { input.append(contentsOf: $0) }
        withUnsafeBytes(of: half.littleEndian) { input.append(contentsOf: $0) }
        return SHA256.hash(data: input).withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
    }
}

/// A bit of a status list.
struct StatusPlace: Hashable, Comparable, Sendable {
    /// The list.
    let list: Int64
    /// The bit.
    let index: Int32

    /// Whether it comes before another, the order in which rows are locked.
    static func < (left: StatusPlace, right: StatusPlace) -> Bool {
        (left.list, left.index) < (right.list, right.index)
    }
}
