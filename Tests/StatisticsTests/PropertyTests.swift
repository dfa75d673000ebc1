import Statistics
import Testing

@Suite("Rules that hold whatever the figures")
struct PropertyTests {
    @Test("EXP-07: exchanging the groups turns the sign and nothing else", arguments: 0..<(50 as UInt64))
    func exchange(seed: UInt64) throws {
        var random = Seeded(seed)
        let a = random.normals(Int.random(in: 2...30, using: &random), mean: 1, sd: 2)
        let b = random.normals(Int.random(in: 2...30, using: &random))
        let (forth, back) = (try WelchT.evaluate(.init(a: a, b: b)), try WelchT.evaluate(.init(a: b, b: a)))
        expect(forth.t, near: -(back.t ?? 0))
        #expect(forth.twoSided == back.twoSided)
        expect(forth.low, near: -(back.high ?? 0))
        let ranks = try MannWhitney.evaluate(.init(a: a, b: b, method: .exact))
        let swapped = try MannWhitney.evaluate(.init(a: b, b: a, method: .exact))
        expect(ranks.twoSided, near: swapped.twoSided ?? -1)
        expect((ranks.superiority ?? 0) + (swapped.superiority ?? 0), near: 1)
    }

    @Test("EXP-07: with ties the exact p-value is that of counting every assignment", arguments: 0..<(40 as UInt64))
    func enumeration(seed: UInt64) throws {
        var random = Seeded(seed)
        let pool = (0..<Int.random(in: 3...9, using: &random)).map { _ in Double(Int.random(in: 0...3, using: &random))
        }
        let size = Int.random(in: 1..<pool.count, using: &random)
        let test = try MannWhitney.evaluate(
            .init(a: Array(pool[..<size]), b: Array(pool[size...]), method: .exact))
        let (u, half) = (try #require(test.uA), Double(size * (pool.count - size)) / 2)
        var (hits, all) = (0.0, 0.0)
        for mask in 0..<(1 << pool.count) where mask.nonzeroBitCount == size {
            let a = pool.indices.filter { mask >> $0 & 1 == 1 }.map { pool[$0] }
            let b = pool.indices.filter { mask >> $0 & 1 == 0 }.map { pool[$0] }
            let other = a.reduce(0) { sum, x in b.reduce(sum) { $0 + (x > $1 ? 1 : x == $1 ? 0.5 : 0) } }
            all += 1
            if u > half ? other >= u : other <= u { hits += 1 }
        }
        expect(test.twoSided, near: u == half ? 1 : min(1, 2 * hits / all))
    }

    @Test("EXP-11: Bonferroni is never below Holm, Holm never below Benjamini-Hochberg, nor that below the raw value")
    func adjustmentOrder() throws {
        var random = Seeded(11)
        for _ in 0..<200 {
            let values = (0..<Int.random(in: 1...20, using: &random)).map { _ in random.uniform() * random.uniform() }
            let result = try MultipleTesting.evaluate(.init(pValues: values))
            for index in values.indices {
                #expect(result.bonferroni[index] >= result.holm[index])
                #expect(result.holm[index] >= result.benjaminiHochberg[index])
                #expect(result.benjaminiHochberg[index] >= values[index])
            }
        }
    }

    @Test("EXP-10: the always-valid p-value never rises from look to look")
    func runningMinimum() throws {
        var random = Seeded(12)
        let looks = (1...200).map { index in
            MixtureSequentialTest.Look(
                countA: Double(index * 10), meanA: random.normal() / 10, varianceA: 1, countB: Double(index * 10),
                meanB: random.normal() / 10, varianceB: 1)
        }
        let readings = try MixtureSequentialTest.evaluate(.init(looks: looks, tauSquared: 0.01)).looks
        let values = readings.compactMap(\.alwaysValid)
        #expect(values.count == looks.count)
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
        // An interval without 0 and a likelihood ratio of 1/alpha are the same statement.
        for reading in readings {
            let excludes = (reading.low ?? 0) > 0 || (reading.high ?? 0) < 0
            #expect(excludes == ((reading.likelihoodRatio ?? 0) > 20))
        }
    }

    @Test("EXP-06: outcomes of any size are adjusted alike", arguments: [1e-300, 1e-10, 1e200, 1e307])
    func adjustedSize(factor: Double) throws {
        let (y, x) = ([3.0, 9, 4, 8], [1.0, 4, 2, 6])
        func cuped(_ factor: Double) throws -> Cuped.Output {
            let (y, x) = (y.map { $0 * factor }, x.map { $0 * factor })
            return try Cuped.evaluate(
                .init(
                    yTreatment: Array(y[..<2]), xTreatment: Array(x[..<2]), yControl: Array(y[2...]),
                    xControl: Array(x[2...])))
        }
        let (plain, sized) = (try cuped(1), try cuped(factor))
        expect(sized.theta, near: try #require(plain.theta))
        expect(sized.t, near: try #require(plain.t))
        expect(sized.standardError.map { $0 / factor }, near: try #require(plain.standardError))
    }

    @Test("EXP-06: moving all values far from zero changes no test", arguments: [1e6, 1e9, -1e9])
    func offset(by offset: Double) throws {
        // Halves are exact at every offset, so that moving them loses nothing.
        let a: [Double] = [1, 2.5, 4, 3.5, 2], b: [Double] = [0.5, 1.5, 2, 3]
        let near = try WelchT.evaluate(.init(a: a, b: b))
        let far = try WelchT.evaluate(.init(a: a.map { $0 + offset }, b: b.map { $0 + offset }))
        expect(far.t, near: near.t ?? 0, within: 1e-13)
        expect(far.twoSided, near: near.twoSided ?? 0, within: 1e-13)
    }

    @Test("EXP-07: without censoring the curve is the share that is left")
    func uncensored() throws {
        var random = Seeded(13)
        let times = (0..<500).map { _ in random.waiting(rate: 1) }
        let curve = try KaplanMeier.evaluate(.init(durations: times, observed: times.map { _ in true }))
        for (index, point) in curve.points.enumerated() {
            #expect(point.survival == Double(499 - index) / 500)
        }
        #expect(curve.median == times.sorted()[249])
    }
}
