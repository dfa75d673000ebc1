import Foundation
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

    @Test("EXP-07: clusters that share their fate raise no more alarms than promised", arguments: OutcomeKind.allCases)
    func clusters(kind: OutcomeKind) throws {
        var random = Seeded(109)
        var alarms = 0
        for _ in 0..<1_000 {
            let units = (0..<40).flatMap { cluster -> [ExperimentUnit] in
                let fate = exp(0.8 * random.normal())
                return (0..<5).map { _ in
                    let time = random.waiting(rate: fate)
                    return ExperimentUnit(
                        arm: cluster % 2 == 0 ? "new" : "control",
                        outcome: kind == .proportion ? time < 1 ? 1 : 0 : time,
                        cluster: "client \(cluster)")
                }
            }
            let report = try ExperimentAnalysis.analyse(units, ExperimentQuestion(kind: kind, control: "control"))
            if (report.comparisons[0].p ?? 1) <= 0.05 { alarms += 1 }
        }
        #expect(Double(alarms) <= 50 + 3.2905 * 47.5.squareRoot(), "\(alarms) alarms")
        #expect(alarms > 10)
    }
}
