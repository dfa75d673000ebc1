import Synchronization

/// A number that many threads change without a lock; an object, because atomics cannot stand in an array.
final class AtomicCell: Sendable {
    private let bits = Atomic<UInt64>(0)

    /// The bits as a whole number.
    var count: UInt64 { bits.load(ordering: .relaxed) }

    /// The bits as a floating-point number.
    var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    func add(count: UInt64) {
        bits.wrappingAdd(count, ordering: .relaxed)
    }

    func add(value: Double) {
        var expected = bits.load(ordering: .relaxed)
        while true {
            let desired = (Double(bitPattern: expected) + value).bitPattern
            let result = bits.weakCompareExchange(expected: expected, desired: desired, ordering: .relaxed)
            if result.exchanged { return }
            expected = result.original
        }
    }

    func set(value: Double) {
        bits.store(value.bitPattern, ordering: .relaxed)
    }
}
