import Contracts

/// What has to hold for a row.
indirect enum Condition: Sendable, Hashable {
    /// There is a value.
    case present(Int)
    /// There is none.
    case empty(Int)
    /// A text is exactly this.
    case equals(Int, String)
    /// One moment lies before another; false where either is missing.
    case before(Int, Int)
    /// All hold; true where there are none.
    case all([Condition])
    /// It does not hold.
    case not(Condition)

    /// Whether it holds for the values of a row.
    func holds(_ values: [ImportValue]) -> Bool {
        switch self {
        case .present(let slot): return !values[slot].isEmpty
        case .empty(let slot): return values[slot].isEmpty
        case .equals(let slot, let text): return values[slot].text == text
        case .before(let left, let right):
            guard case .moment(let left) = values[left], case .moment(let right) = values[right] else { return false }
            return left < right
        case .all(let conditions): return conditions.allSatisfy { $0.holds(values) }
        case .not(let condition): return !condition.holds(values)
        }
    }
}
