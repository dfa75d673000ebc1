/// The orders of some elements, one at a time, in order of their texts.
struct Permutations {
    private var current: [String]
    private var isFirst = true

    init(_ sorted: [String]) {
        current = sorted
    }

    /// The next order, or nil after the last.
    mutating func next() -> [String]? {
        if isFirst {
            isFirst = false
            return current
        }
        guard let pivot = current.indices.dropLast().last(where: { current[$0] < current[$0 + 1] }),
            let successor = current.indices.last(where: { current[$0] > current[pivot] })
        else { return nil }
        current.swapAt(pivot, successor)
        current[(pivot + 1)...].reverse()
        return current
    }
}
