import Statistics
import Testing

@Suite("What CUPED gains")
struct CupedTheoryTests {
    @Test("EXP-06: the measured variance reduction is the squared correlation", arguments: [0, 0.3, 0.6, 0.9])
    func reduction(correlation: Double) throws {
        var random = Seeded(UInt64(correlation * 10) + 1)
        let rest = (1 - correlation * correlation).squareRoot()
        var raw: [Double] = [], adjusted: [Double] = [], reported: [Double] = []
        for _ in 0..<4_000 {
            let x = random.normals(200)
            let y = x.map { correlation * $0 + rest * random.normal() }
            let result = try Cuped.evaluate(
                .init(
                    yTreatment: Array(y[..<100]), xTreatment: Array(x[..<100]), yControl: Array(y[100...]),
                    xControl: Array(x[100...])))
            raw.append(try #require(result.rawDifference))
            adjusted.append(try #require(result.difference))
            reported.append(try #require(result.varianceReduction))
        }
        // The estimates themselves spread less by that share; a ratio of variances of 4,000 has a standard error of
        // 2 %.
        let measured = 1 - squares(adjusted) / squares(raw)
        let theory = correlation * correlation
        #expect(abs(measured - theory) < 0.09 * (1 - theory) + 0.001, "\(measured), not \(theory)")
        // What each experiment reports of itself agrees on average; fitting theta flatters it by about 1/n.
        #expect(abs(reported.reduce(0, +) / 4_000 - theory) < 0.01)
    }

    private func squares(_ values: [Double]) -> Double {
        values.reduce(0) { $0 + $1 * $1 }
    }
}
