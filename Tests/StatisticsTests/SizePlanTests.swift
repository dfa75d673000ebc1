import Foundation
import Statistics
import Testing

@Suite("How many an experiment needs")
struct SizePlanTests {
    @Test("EXP-08: one look needs what the sample size formulas say, a level for each comparison")
    func once() throws {
        #expect(try SizePlan(.share(base: 0.4), effect: 0.14).needed(.once) == 199)
        let three = try SizePlan(.share(base: 0.4), effect: 0.14, variants: 3)
        #expect(three.level == 0.025)
        let formula = try SampleSizeProportions.evaluate(.init(p1: 0.4, p2: 0.54, alpha: 0.025)).group1Ceiling
        #expect(try three.needed(.once).map(Double.init) == formula)
        #expect(try SizePlan(.mean(deviation: 5), effect: 1.5).needed(.once) == 175)
        // Above 90 % there is no room for 14 points more, so it is planned for 14 fewer.
        let down = try SampleSizeProportions.evaluate(.init(p1: 0.9, p2: 0.76)).group1Ceiling
        #expect(try SizePlan(.share(base: 0.9), effect: 0.14).needed(.once).map(Double.init) == down)
    }

    @Test("EXP-08, EXP-10: looking every day needs more, and the number is the first with the power wanted")
    func always() throws {
        for plan in try [
            SizePlan(.share(base: 0.4), effect: 0.14), SizePlan(.share(base: 0.05), effect: 0.03, power: 0.9),
            SizePlan(.mean(deviation: 5), effect: 1.5, alpha: 0.01), SizePlan(.mean(deviation: 1), effect: 2),
            SizePlan(.share(base: 0.95), effect: 0.2, variants: 4),
        ] {
            let (once, always) = (try #require(try plan.needed(.once)), try #require(try plan.needed(.always)))
            #expect(once < always && always < 5 * once + 20)
            #expect(plan.power(perVariant: always, .always) >= plan.power)
            #expect(always == 2 || plan.power(perVariant: always - 1, .always) < plan.power)
        }
    }

    @Test("EXP-10: the half width is that of the always-valid interval, so that simulated looks find what is planned")
    func simulated() throws {
        let plan = try SizePlan(.mean(deviation: 2), effect: 1)
        let units = try #require(try plan.needed(.always))
        let error = (2 * 4 / Double(units)).squareRoot()
        var random = Seeded(8)
        var found = 0
        for _ in 0..<4000 {
            let normal = random.normal()
            let look = MixtureSequentialTest.Look(
                countA: Double(units), meanA: 1 + normal * error, varianceA: 4, countB: Double(units), meanB: 0,
                varianceB: 4)
            let output = try MixtureSequentialTest.evaluate(.init(looks: [look], tauSquared: 1))
            if output.stop { found += 1 }
        }
        // Four standard deviations of a binomial of 4000 at 0.8 are 101; the power at the size is a little more.
        #expect((3100...3400).contains(found), "\(found) of 4000")
    }

    @Test("EXP-08: the smallest difference that a number finds is the one that needs just that number")
    func smallest() throws {
        for plan in try [
            SizePlan(.share(base: 0.4), effect: 0.14), SizePlan(.mean(deviation: 5), effect: 1.5),
            SizePlan(.share(base: 0.97), effect: 0.1),
        ] {
            let effect = try #require(try plan.smallestEffect(perVariant: 150))
            let exact = try SizePlan(plan.outcome, effect: effect * 1.000_001)
            #expect(try exact.needed(.once).map { $0 <= 150 } == true)
            let less = try SizePlan(plan.outcome, effect: effect * 0.99)
            #expect(try less.needed(.once).map { $0 > 150 } == true)
        }
        #expect(try SizePlan(.share(base: 0.5), effect: 0.1).smallestEffect(perVariant: 2) == nil)
    }

    @Test("EXP-08: what cannot be counted is absent, and what makes no sense is named")
    func extremes() throws {
        let tiny = try SizePlan(.mean(deviation: 1e12), effect: 1e-6)
        #expect(try tiny.needed(.once) == nil && tiny.needed(.always) == nil)
        #expect(try SizePlan(.share(base: 0), effect: 1).needed(.once) == 2)
        for (outcome, effect, field) in [
            (.share(base: 1.5), 0.1, "base"), (.share(base: 0.5), 0, "effect"), (.share(base: 0.5), 0.6, "effect"),
            (.share(base: 0.5), .nan, "effect"), (.mean(deviation: 0), 1, "deviation"),
        ] as [(SizePlan.Outcome, Double, String)] {
            let error = #expect(throws: StatisticsError.self) { try SizePlan(outcome, effect: effect) }
            #expect(error?.field == field)
        }
        #expect(throws: StatisticsError.self) { try SizePlan(.share(base: 0.5), effect: 0.1, variants: 1) }
    }
}
