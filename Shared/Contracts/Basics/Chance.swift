/// A source of random numbers that many tasks may draw from at once.
public struct Chance: RandomNumberGenerator, Sendable {
    private let draw: @Sendable () -> UInt64

    /// The system's generator, which is fit for keys.
    public init() {
        draw = {
            var generator = SystemRandomNumberGenerator()
            return generator.next()
        }
    }

    /// Another generator; only a simulation has one.
    public init(_ draw: @escaping @Sendable () -> UInt64) {
        self.draw = draw
    }

    /// Sixty-four random bits.
    public func next() -> UInt64 { draw() }

    /// Random bytes.
    public func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: draw()) }
    }

    /// A number from 0 to 1.
    public func fraction() -> Double {
        Double(draw() >> 11) / Double(1 << 53)
    }
}
