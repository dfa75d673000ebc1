import Foundation
import Statistics
import Testing

/// The procedure that gives a verdict, as it is: variances estimated, units entering once when their time is over, a
/// look every day from the floor on, Holm over the variants.
@Suite("Looking every day at experiments without any effect")
struct SequentialErrorTests {
    private static let experiments = 10_000
    private static let days = 90

    /// Alarms among experiments, by the procedure and by a plain z test every day.
    private struct Alarms {
        var held = 0
        var naive = 0
    }

    /// Fewer than the rate promises is right, more is not, and none would be idle.
    private func expectHeld(_ alarms: Alarms, sourceLocation: SourceLocation = #_sourceLocation) {
        let expected = 0.05 * Double(Self.experiments)
        let most = expected + 3.2905 * (expected * 0.95).squareRoot()
        #expect(Double(alarms.held) <= most, "\(alarms.held) alarms", sourceLocation: sourceLocation)
        #expect(alarms.held > 0, sourceLocation: sourceLocation)
        #expect(Double(alarms.naive) > 2 * expected, "\(alarms.naive) naive", sourceLocation: sourceLocation)
    }

    /// The probabilities of at most 0, 1, … successes in a day.
    private static func table(of tries: Int, chance: Double) -> [Double] {
        var sum = 0.0
        return (0...tries).map { successes in
            let ways = exp(
                lgamma(Double(tries + 1)) - lgamma(Double(successes + 1)) - lgamma(Double(tries - successes + 1)))
            sum += ways * pow(chance, Double(successes)) * pow(1 - chance, Double(tries - successes))
            return sum
        }
    }

    /// - Parameter fill: adds the units of a day to an arm.
    private static func run(
        _ rule: SequentialRule, treatments: Int, seed: UInt64,
        fill: (inout RunningSample, inout Seeded) -> Void
    ) throws -> Alarms {
        var random = Seeded(seed)
        var alarms = Alarms()
        for _ in 0..<experiments {
            var arms = [RunningSample](repeating: RunningSample(), count: treatments + 1)
            var comparisons = [SequentialComparison](repeating: SequentialComparison(rule), count: treatments)
            var isNaive = false
            for _ in 0..<days {
                for arm in arms.indices { fill(&arms[arm], &random) }
                for place in 0..<treatments {
                    let look = comparisons[place].look(arms[place + 1], arms[0])
                    if !isNaive, look.exclusion == nil, let difference = look.difference {
                        let variance =
                            (arms[place + 1].variance ?? 0) / arms[place + 1].count
                            + (arms[0].variance ?? 0) / arms[0].count
                        if difference * difference > 3.8415 * variance { isNaive = true }
                    }
                }
            }
            let adjusted = try MultipleTesting.evaluate(.init(pValues: comparisons.map(\.p))).holm
            if adjusted.contains(where: { $0 <= 0.05 }) { alarms.held += 1 }
            if isNaive { alarms.naive += 1 }
        }
        return alarms
    }

    @Test(
        "EXP-10 EXP-11: shares raise no more false alarms than promised, rare and frequent ones, one variant and two",
        arguments: [(0.05, 1), (0.4, 1), (0.9, 1), (0.05, 2), (0.4, 2)])
    func shares(chance: Double, treatments: Int) throws {
        let table = Self.table(of: 4, chance: chance)
        let alarms = try Self.run(
            SequentialRule(kind: .proportion, mixture: .effect(0.1), floor: 50), treatments: treatments,
            seed: 400 + UInt64(chance * 100) + UInt64(treatments)
        ) { arm, random in
            let draw = random.uniform()
            var ones = 0
            while ones < 4, draw > table[ones] { ones += 1 }
            arm.add(ones: Double(ones), of: 4)
        }
        expectHeld(alarms)
    }

    @Test("EXP-10: means with unknown variances raise no more false alarms than promised")
    func means() throws {
        let alarms = try Self.run(
            SequentialRule(kind: .mean, mixture: .halfDeviation, floor: 50), treatments: 1, seed: 501
        ) { arm, random in
            for _ in 0..<3 { arm.add(random.normal()) }
        }
        expectHeld(alarms)
    }

    @Test("EXP-10: skewed values raise no more false alarms than promised")
    func skewed() throws {
        let alarms = try Self.run(
            SequentialRule(kind: .skewed, mixture: .halfDeviation, floor: 50), treatments: 1, seed: 502
        ) { arm, random in
            for _ in 0..<3 { arm.add(random.waiting(rate: 1)) }
        }
        expectHeld(alarms)
    }

    @Test("EXP-10: skewed values in arms of unequal size raise no more false alarms than promised")
    func lopsided() throws {
        var isControl = true
        let alarms = try Self.run(
            SequentialRule(kind: .skewed, mixture: .halfDeviation, floor: 50), treatments: 1, seed: 503
        ) { arm, random in
            for _ in 0..<(isControl ? 4 : 1) { arm.add(random.waiting(rate: 1)) }
            isControl.toggle()
        }
        expectHeld(alarms)
    }
}
