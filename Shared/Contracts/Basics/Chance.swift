import Foundation

/// A source of random numbers that many tasks may draw from at once.
public struct Chance: RandomNumberGenerator, Sendable {
    private let draw: @Sendable () -> UInt64
    /// Whether the numbers are the system's own, of which it gives many at a time.
    private let isSystem: Bool
    /// Words that the system gives at a time: 256 bytes (getentropy(3)).
    private static let mostAtOnce = 32

    /// The system's generator, which is fit for keys.
    public init() {
        isSystem = true
        draw = {
            var generator = SystemRandomNumberGenerator()
            return generator.next()
        }
    }

    /// Another generator; only a simulation has one.
    public init(_ draw: @escaping @Sendable () -> UInt64) {
        isSystem = false
        self.draw = draw
    }

    /// Sixty-four random bits.
    public func next() -> UInt64 { draw() }

    /// Random bytes.
    public func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: draw()) }
    }

    /// Several times sixty-four random bits, for which the system is seldom asked.
    public func words(_ count: Int) -> [UInt64] {
        guard isSystem else { return (0..<count).map { _ in draw() } }
        return [UInt64](unsafeUninitializedCapacity: count) { buffer, made in
            guard let base = buffer.baseAddress else { return }
            for start in stride(from: 0, to: count, by: Chance.mostAtOnce) {
                let bytes = min(Chance.mostAtOnce, count - start) * MemoryLayout<UInt64>.stride
                precondition(getentropy(base + start, bytes) == 0, "the system gives no random numbers")
            }
            made = count
        }
    }

    /// A number from 0 to 1.
    public func fraction() -> Double {
        Double(draw() >> 11) / Double(1 << 53)
    }
}
