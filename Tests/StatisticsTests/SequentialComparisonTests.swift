import Foundation
import Statistics
import Testing

@Suite("An arm against the control, look by look")
struct SequentialComparisonTests {
    private static func sample(_ values: [Double]) -> RunningSample {
        values.reduce(into: RunningSample()) { $0.add($1) }
    }

    @Test("EXP-10: looks are those of the published method, with the running smallest p-value")
    func published() throws {
        var random = Seeded(601)
        var (a, b) = (RunningSample(), RunningSample())
        var comparison = SequentialComparison(SequentialRule(kind: .mean, mixture: .effect(0.4), floor: 2))
        var looks: [MixtureSequentialTest.Look] = []
        for _ in 0..<40 {
            for _ in 0..<5 {
                a.add(1e6 + 0.3 + random.normal())
                b.add(1e6 + random.normal())
            }
            looks.append(
                .init(
                    countA: a.count, meanA: a.mean, varianceA: try #require(a.variance), countB: b.count,
                    meanB: b.mean, varianceB: try #require(b.variance)))
            let look = comparison.look(a, b)
            let want = try #require(
                try MixtureSequentialTest.evaluate(.init(looks: looks, tauSquared: 0.16)).looks.last)
            expect(look.p, near: try #require(want.alwaysValid))
            expect(look.low, near: try #require(want.low))
            expect(look.high, near: try #require(want.high))
        }
        #expect(comparison.counted == 40 && comparison.p < 1)
    }

    @Test("EXP-10: units one by one or a day at once come to the same")
    func sums() throws {
        let one = Self.sample([1, 0, 0, 1, 1, 0, 0])
        var day = RunningSample()
        day.add(ones: 2, of: 4)
        day.add(ones: 0, of: 0)
        day.add(ones: 1, of: 3)
        expect(day.mean, near: one.mean)
        expect(day.variance, near: try #require(one.variance))
        #expect(day.count == 7 && day.notZero == 3)
        #expect(RunningSample().variance == nil && Self.sample([3]).variance == nil)
        #expect(Self.sample([0.1, 0.1, 0.1]).variance == 0)
    }

    @Test("EXP-02 EXP-09: below the floor, while blocked, with rare outcomes or without variance no look counts")
    func exclusions() {
        var far = (RunningSample(), RunningSample())
        far.0.add(ones: 48, of: 49)
        far.1.add(ones: 1, of: 60)
        var comparison = SequentialComparison(SequentialRule(kind: .proportion, mixture: .effect(0.1), floor: 50))
        #expect(comparison.look(far.0, far.1).exclusion == .belowFloor(49))
        far.0.add(1)
        #expect(comparison.look(far.0, far.1, isBlocked: true).exclusion == .blocked)
        #expect(comparison.counted == 0 && comparison.p == 1)
        #expect(comparison.look(far.0, far.1).exclusion == nil)
        #expect(comparison.counted == 1 && comparison.p < 1e-9)
        // What was seen once is not forgotten when the arms come together again.
        var close = far
        close.1.add(ones: 60, of: 60)
        #expect(comparison.look(close.0, close.1).p < 1e-9)

        var rare = SequentialComparison(SequentialRule(kind: .proportion, mixture: .effect(0.1), floor: 50))
        var (few, none) = (RunningSample(), RunningSample())
        few.add(ones: 9, of: 50)
        none.add(ones: 0, of: 50)
        #expect(rare.look(few, none).exclusion == .rare(9) && rare.look(few, none).low == nil)
        few.add(1)
        #expect(rare.look(few, none).exclusion == nil)

        var flat = SequentialComparison(SequentialRule(kind: .mean, mixture: .halfDeviation, floor: 2))
        #expect(flat.look(Self.sample([2, 2, 2]), Self.sample([1, 1])).exclusion == .noVariance)
        #expect(flat.look(Self.sample([2, 2, 2]), Self.sample([1, 1])).difference == 1)
        #expect(flat.look(RunningSample(), Self.sample([1])).difference == nil)
    }

    @Test("EXP-10: the mixture's spread is fixed at the first look that counts")
    func mixture() {
        var comparison = SequentialComparison(SequentialRule(kind: .mean, mixture: .halfDeviation, floor: 2))
        _ = comparison.look(Self.sample([0, 2]), Self.sample([1, 3]))
        #expect(comparison.tauSquared == 0.5)
        _ = comparison.look(Self.sample([0, 2, 90]), Self.sample([1, 3, -40]))
        #expect(comparison.tauSquared == 0.5)
    }

    @Test("EXP-08: with the number that is needed, a difference is found four times out of five or more often")
    func power() throws {
        let (base, effect) = (0.4, 0.1)
        let planner = try #require(
            SequentialPower(control: base * (1 - base), treatment: 0.25, tauSquared: effect * effect))
        let needed = try #require(planner.needed(for: effect))
        expect(planner.detectable(control: Double(needed), treatment: Double(needed)), near: effect, within: 0.001)
        let chance = try #require(planner.power(of: effect, control: Double(needed), treatment: Double(needed)))
        #expect((0.8..<0.81).contains(chance))
        // A test that is looked at once needs fewer; a test that may be looked at always needs up to twice as many.
        let once = try #require(
            try SampleSizeProportions.evaluate(.init(p1: base, p2: base + effect)).group1Ceiling)
        #expect(Double(needed) > once && Double(needed) < 2.2 * once, "\(needed) against \(once)")
        var random = Seeded(602)
        var found = (planned: 0, needed: 0)
        for _ in 0..<400 {
            var arms = (RunningSample(), RunningSample())
            var comparison = SequentialComparison(
                SequentialRule(kind: .proportion, mixture: .effect(effect), floor: 50))
            for day in 1...60 {
                let size = Double(needed * day / 60 - needed * (day - 1) / 60)
                arms.0.add(ones: random.successes(of: Int(size), chance: base + effect), of: size)
                arms.1.add(ones: random.successes(of: Int(size), chance: base), of: size)
                let p = comparison.look(arms.0, arms.1).p
                if arms.0.count >= once, arms.0.count - size < once, p <= 0.05 { found.planned += 1 }
            }
            if comparison.p <= 0.05 { found.needed += 1 }
        }
        #expect(found.needed >= 310, "\(found.needed) of 400 at the needed size")
        #expect((140...310).contains(found.planned), "\(found.planned) of 400 at a size for one look")
        #expect(planner.needed(for: 0) == nil)
        #expect(SequentialPower(control: 0, treatment: 0, tauSquared: 1) == nil)
    }
}
