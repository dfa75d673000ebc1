extension Collection where Element == Double {
    /// The middle value, or the mean of the two in the middle; nil of nothing.
    var median: Double? {
        let sorted = self.sorted()
        guard !sorted.isEmpty else { return nil }
        return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
