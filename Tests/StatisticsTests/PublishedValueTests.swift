import Statistics
import Testing

@Suite("Values published by others")
struct PublishedValueTests {
    @Test("EXP-07: Newcombe 1998, table II, example a, method 10: 56/70 - 48/80")
    func newcombe() throws {
        let result = try TwoProportion.evaluate(.init(x1: 56, n1: 70, x2: 48, n2: 80))
        expect(result.difference, near: 0.2)
        expect(result.low, near: 0.0524, within: 5e-5)
        expect(result.high, near: 0.3339, within: 5e-5)
    }

    @Test("EXP-07: Newcombe 1998, table I: Wilson for 81/263, 15/148, 0/20 and 1/29")
    func wilson() throws {
        for (x, n, low, high) in [
            (81.0, 263.0, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
        ] {
            let result = try WilsonInterval.evaluate(.init(x: x, n: n))
            expect(result.low, near: low, within: 5e-5)
            expect(result.high, near: high, within: 5e-5)
        }
    }

    @Test("EXP-07: the lady tasting tea: three of four right has p = 17/70 one-sided and 34/70 two-sided")
    func fisher() throws {
        let result = try FisherExact.evaluate(.init(table: [[3, 1], [1, 3]]))
        expect(result.greater, near: 17.0 / 70)
        expect(result.twoSided, near: 34.0 / 70)
        expect(result.oddsRatio, near: 9)
    }

    @Test("Fisher's far tails stay positive and relatively exact: all of 500 against none of 500 is 2 / C(1000, 500)")
    func fisherTail() throws {
        let result = try FisherExact.evaluate(.init(table: [[500, 0], [0, 500]]))
        let want = 2 / 2.702882409454366e299
        #expect(abs((result.twoSided ?? 0) / want - 1) < 1e-11)
    }

    @Test("EXP-07: Mann-Whitney, three against four without overlap: p = 2/35")
    func mannWhitney() throws {
        let result = try MannWhitney.evaluate(.init(a: [5, 6, 7], b: [1, 2, 3, 4], method: .exact))
        expect(result.twoSided, near: 2.0 / 35)
        expect(result.superiority, near: 1)
    }

    @Test("EXP-07: Freireich's leukaemia trial: medians 23 and 8 weeks, log-rank 16.79 (Collett, Kleinbaum)")
    func leukaemia() throws {
        let drug: [Double] = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
        let seen: [YesNo] = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0].map { YesNo($0 == 1) }
        let placebo: [Double] = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
        let every = placebo.map { _ in YesNo(true) }
        let curve = try KaplanMeier.evaluate(.init(durations: drug, observed: seen))
        #expect(curve.median == 23)
        expect(curve.points.first?.survival, near: 18.0 / 21)
        expect(curve.points.first?.standardError, near: 0.0764, within: 5e-5)
        #expect(try KaplanMeier.evaluate(.init(durations: placebo, observed: every)).median == 8)
        let test = try LogRank.evaluate(
            .init(durationsA: drug, observedA: seen, durationsB: placebo, observedB: every))
        expect(test.expectedA, near: 19.25, within: 5e-4)
        expect(test.chiSquare, near: 16.79, within: 5e-4)
    }

    @Test("ASM-23: Fleiss 1971, Wikipedia's worked table: kappa = 0.210")
    func fleiss() throws {
        let counts: [[Double]] = [
            [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
        ]
        expect(try FleissKappa.evaluate(.init(counts: counts)).kappa, near: 0.20993070442195522)
    }

    @Test("ASM-23: Cohen's kappa of 20, 5, 10, 15 is 0.4")
    func cohen() throws {
        let cells: [(Label, Label, Int)] = [("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15)]
        let pairs = cells.flatMap { first, second, count in Array(repeating: (first, second), count: count) }
        let result = try CohenKappa.evaluate(
            .init(raterA: pairs.map(\.0), raterB: pairs.map(\.1), categories: ["yes", "no"]))
        expect(result.kappa, near: 0.4)
        expect(result.observedAgreement, near: 0.7)
    }

    @Test("EXP-08: Fleiss: 0.6 against 0.5 at 5 % and 80 % power takes 388 in each arm")
    func size() throws {
        let size = try SampleSizeProportions.evaluate(.init(p1: 0.6, p2: 0.5))
        #expect(size.group1Ceiling == 388)
        let power = try PowerProportions.evaluate(.init(p1: 0.6, p2: 0.5, perArm: size.group1 ?? 0))
        expect(power.power, near: 0.8, within: 1e-5)
    }

    @Test("EXP-11: Benjamini and Hochberg 1995: four of fifteen are found, Holm finds three")
    func adjusted() throws {
        let values = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1.0000,
        ]
        let result = try MultipleTesting.evaluate(.init(pValues: values))
        #expect(result.benjaminiHochberg.count { $0 <= 0.05 } == 4)
        #expect(result.holm.count { $0 <= 0.05 } == 3)
    }

    @Test("ASM-29: four fifths exactly is not below, whatever the rounding of the quotient")
    func fourFifths() throws {
        let result = try AdverseImpact.evaluate(
            .init(groups: [
                "en": .init(selected: 30, applicants: 100), "de": .init(selected: 24, applicants: 100),
                "fr": .init(selected: 23, applicants: 100),
            ]))
        #expect(result.reference == "en")
        #expect(result.groups["de"]?.belowFourFifths == false)
        #expect(result.groups["fr"]?.belowFourFifths == true)
        #expect(result.groups["en"]?.fisher == 1)
    }
}
