import Contracts

extension SeededGenerator {
    /// Whether something happens that happens so many times in a hundred.
    mutating func happens(percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &self) < percent
    }
}
