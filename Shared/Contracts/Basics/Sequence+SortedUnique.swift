extension Sequence where Element: Comparable {
    /// The elements sorted, each once.
    ///
    /// Inlinable, since comparing by witness tables costs several times as much.
    @inlinable
    public func sortedUnique() -> [Element] {
        let sorted = sorted()
        var unique: [Element] = []
        unique.reserveCapacity(sorted.count)
        for element in sorted where unique.last != element { unique.append(element) }
        return unique
    }
}
