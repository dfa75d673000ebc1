import Foundation
import Statistics
import Testing

/// Experiments without any effect that somebody looks at again and again.
@Suite("Looking often")
struct AlwaysValidTests {
    @Test("EXP-10: sixty daily looks raise no more false alarms than promised, where a plain test raises many")
    func alwaysValid() throws {
        var random = Seeded(107)
        let experiments = 10_000
        var (alarms, naive) = (0, 0)
        for _ in 0..<experiments {
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
        let expected = 0.05 * Double(experiments)
        #expect(Double(alarms) <= expected + 3.2905 * (expected * 0.95).squareRoot(), "\(alarms) alarms")
        #expect(alarms > 0)
        #expect(naive > 4 * Int(expected))
    }

    @Test("EXP-10: with looks close together and without end the rate comes near what is promised: nothing is wasted")
    func alwaysValidIsNotIdle() throws {
        var random = Seeded(108)
        var alarms = 0
        for _ in 0..<2_000 {
            var (sum, looks) = (0.0, [MixtureSequentialTest.Look]())
            var count = 100.0
            sum = random.normal() * count.squareRoot()
            // From far too little to far more than enough for an effect of one hundredth, one per cent more a look.
            while count < 1e12 {
                looks.append(
                    .init(countA: count, meanA: sum / count, varianceA: 1, countB: count, meanB: 0, varianceB: 0))
                let next = (count * 1.01).rounded(.up)
                sum += random.normal() * (next - count).squareRoot()
                count = next
            }
            if try MixtureSequentialTest.evaluate(.init(looks: looks, tauSquared: 1e-4)).stop { alarms += 1 }
        }
        // A look finds the line crossed, never touched, so that a sixth of the alarms is missed even here.
        let rate = Double(alarms) / 2_000
        #expect(abs(rate - 0.05) <= 3.2905 * (0.05 * 0.95 / 2_000).squareRoot(), "\(rate)")
    }
}
