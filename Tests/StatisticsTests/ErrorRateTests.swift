import Statistics
import Testing

/// Experiments without any effect, by the ten thousand.
@Suite("False alarms")
struct ErrorRateTests {
    private static let experiments = 10_000

    /// Whether a count of alarms lies in the 99.9 % binomial interval of the nominal rate.
    private func expectNominal(_ alarms: Int, rate: Double, sourceLocation: SourceLocation = #_sourceLocation) {
        let expected = rate * Double(Self.experiments)
        let reach = 3.2905 * (expected * (1 - rate)).squareRoot()
        #expect(abs(Double(alarms) - expected) <= reach, "\(alarms) alarms", sourceLocation: sourceLocation)
    }

    @Test("EXP-07: two proportions alarm as often as promised")
    func proportions() throws {
        var random = Seeded(101)
        var alarms = 0
        for _ in 0..<Self.experiments {
            let (x1, x2) = (random.successes(of: 400, chance: 0.4), random.successes(of: 360, chance: 0.4))
            let test = try TwoProportion.evaluate(.init(x1: x1, n1: 400, x2: x2, n2: 360))
            if (test.twoSided ?? 1) <= 0.05 { alarms += 1 }
        }
        expectNominal(alarms, rate: 0.05)
    }

    @Test("EXP-07: Welch's t alarms as often as promised, with unequal spreads and sizes")
    func welch() throws {
        var random = Seeded(102)
        var alarms = 0
        for _ in 0..<Self.experiments {
            let test = try WelchT.evaluate(.init(a: random.normals(30), b: random.normals(60, sd: 2)))
            if (test.twoSided ?? 1) <= 0.05 { alarms += 1 }
        }
        expectNominal(alarms, rate: 0.05)
    }

    @Test("EXP-07: Mann-Whitney alarms as often as promised on skewed values")
    func mannWhitney() throws {
        var random = Seeded(103)
        var alarms = 0
        for _ in 0..<Self.experiments {
            let a = (0..<50).map { _ in random.waiting(rate: 1) }, b = (0..<50).map { _ in random.waiting(rate: 1) }
            let test = try MannWhitney.evaluate(.init(a: a, b: b, method: .asymptotic))
            if (test.twoSided ?? 1) <= 0.05 { alarms += 1 }
        }
        expectNominal(alarms, rate: 0.05)
    }

    @Test("EXP-07: the log-rank test alarms as often as promised with a third censored")
    func logRank() throws {
        var random = Seeded(104)
        var alarms = 0
        for _ in 0..<Self.experiments {
            let times = (0..<120).map { _ in random.waiting(rate: 1) }
            let ends = (0..<120).map { _ in random.waiting(rate: 0.5) }
            let durations = zip(times, ends).map { min($0, $1) }, observed = zip(times, ends).map { YesNo($0 <= $1) }
            let test = try LogRank.evaluate(
                .init(
                    durationsA: Array(durations[..<60]), observedA: Array(observed[..<60]),
                    durationsB: Array(durations[60...]), observedB: Array(observed[60...])))
            if (test.p ?? 1) <= 0.05 { alarms += 1 }
        }
        expectNominal(alarms, rate: 0.05)
    }

    @Test("EXP-09: the sample ratio check alarms as often as promised", arguments: [0.05, 0.01, 0.001])
    func sampleRatio(threshold: Double) throws {
        var random = Seeded(105)
        var alarms = 0
        for _ in 0..<Self.experiments {
            let first = random.successes(of: 1_000, chance: 2.0 / 3)
            let check = try SampleRatioMismatch.evaluate(
                .init(observed: [first, 1_000 - first], weights: [2, 1], threshold: threshold))
            if check.mismatch == true { alarms += 1 }
        }
        expectNominal(alarms, rate: threshold)
    }

    @Test("EXP-06: CUPED alarms as often as promised")
    func cuped() throws {
        var random = Seeded(106)
        var alarms = 0
        for _ in 0..<Self.experiments {
            let x = random.normals(80)
            let y = x.map { 0.7 * $0 + 0.714 * random.normal() }
            let test = try Cuped.evaluate(
                .init(
                    yTreatment: Array(y[..<40]), xTreatment: Array(x[..<40]), yControl: Array(y[40...]),
                    xControl: Array(x[40...])))
            if (test.twoSided ?? 1) <= 0.05 { alarms += 1 }
        }
        expectNominal(alarms, rate: 0.05)
    }

    @Test("EXP-10: sixty daily looks raise no more false alarms than promised, where a plain test raises many")
    func alwaysValid() throws {
        var random = Seeded(107)
        var (alarms, naive) = (0, 0)
        for _ in 0..<Self.experiments {
            var (sumA, sumB) = (0.0, 0.0)
            var looks: [MixtureSequentialTest.Look] = []
            var isNaiveAlarm = false
            for day in 1...60 {
                // Ten contractors a day in each arm, of known variance 1.
                sumA += random.normal() * 10.0.squareRoot()
                sumB += random.normal() * 10.0.squareRoot()
                let count = Double(day * 10)
                looks.append(
                    .init(
                        countA: count, meanA: sumA / count, varianceA: 1, countB: count, meanB: sumB / count,
                        varianceB: 1))
                if abs(sumA - sumB) / (2 * count).squareRoot() > 1.96 { isNaiveAlarm = true }
            }
            if try MixtureSequentialTest.evaluate(.init(looks: looks, tauSquared: 0.01)).stop { alarms += 1 }
            if isNaiveAlarm { naive += 1 }
        }
        // The rate is the limit over endless looks, so fewer is right and more is not.
        let expected = 0.05 * Double(Self.experiments)
        #expect(Double(alarms) <= expected + 3.2905 * (expected * 0.95).squareRoot(), "\(alarms) alarms")
        #expect(alarms > 0)
        #expect(naive > 4 * Int(expected))
    }

    @Test("EXP-10: with a wide mixture and looks without end the rate comes close to what is promised")
    func alwaysValidIsNotIdle() throws {
        var random = Seeded(108)
        var alarms = 0
        for _ in 0..<2_000 {
            var (sum, looks) = (0.0, [MixtureSequentialTest.Look]())
            var count = 1.0
            // Looks ever farther apart reach a million units: information grows, looks stay few.
            while count < 1e6 {
                let next = (count * 1.1).rounded(.up)
                sum += random.normal() * (next - count).squareRoot()
                count = next
                looks.append(
                    .init(countA: count, meanA: sum / count, varianceA: 1, countB: count, meanB: 0, varianceB: 0))
            }
            if try MixtureSequentialTest.evaluate(.init(looks: looks, tauSquared: 1)).stop { alarms += 1 }
        }
        let rate = Double(alarms) / 2_000
        #expect(rate > 0.02 && rate <= 0.05 + 3.2905 * (0.05 * 0.95 / 2_000).squareRoot(), "\(rate)")
    }
}
