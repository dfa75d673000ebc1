extension MixtureSequentialTest {
    /// What was seen at one look.
    public struct Look: Decodable, Hashable, Sendable {
        let countA, meanA, varianceA, countB, meanB, varianceB: Double

        enum CodingKeys: String, CodingKey {
            case countA = "n_a"
            case meanA = "mean_a"
            case varianceA = "var_a"
            case countB = "n_b"
            case meanB = "mean_b"
            case varianceB = "var_b"
        }

        /// Takes count, mean and variance of each arm so far.
        public init(
            countA: Double, meanA: Double, varianceA: Double, countB: Double, meanB: Double, varianceB: Double,
        ) {
            (self.countA, self.meanA, self.varianceA) = (countA, meanA, varianceA)
            (self.countB, self.meanB, self.varianceB) = (countB, meanB, varianceB)
        }
    }
}

extension MixtureSequentialTest.Look {
    func check(_ place: String) throws(StatisticsError) {
        try Check.count(countA, "\(place).n_a")
        try Check.finite(meanA, "\(place).mean_a")
        try Check.notNegative(varianceA, "\(place).var_a")
        try Check.count(countB, "\(place).n_b")
        try Check.finite(meanB, "\(place).mean_b")
        try Check.notNegative(varianceB, "\(place).var_b")
    }
}
