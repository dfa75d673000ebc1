import Statistics
import Testing

@Suite("An experiment analysed")
struct ExperimentAnalysisTests {
    private typealias Unit = ExperimentUnit

    private func arm(_ name: String, _ outcomes: [Double]) -> [ExperimentUnit] {
        outcomes.map { Unit(arm: name, outcome: $0) }
    }

    private func yes(_ count: Int, of all: Int) -> [Double] {
        (0..<all).map { $0 < count ? 1 : 0 }
    }

    private func codes(_ report: ExperimentReport) -> Set<String> { Set(report.warnings.map(\.code)) }

    @Test("EXP-07: proportions give the difference, Newcombe's interval and the pooled test, by name")
    func proportions() throws {
        let report = try ExperimentAnalysis.analyse(
            arm("control", yes(60, of: 200)) + arm("new", yes(90, of: 200)),
            ExperimentQuestion(kind: .proportion, control: "control"))
        let comparison = try #require(report.comparisons.first)
        let direct = try TwoProportion.evaluate(.init(x1: 90, n1: 200, x2: 60, n2: 200))
        #expect(comparison.estimate == direct.difference)
        #expect(comparison.low == direct.low)
        #expect(comparison.p == direct.twoSided)
        #expect(comparison.verdict == .difference)
        #expect(comparison.method.contains("Newcombe"))
        #expect(report.arms.map(\.name) == ["control", "new"])
    }

    @Test("EXP-02: below fifty contractors the figures are labelled and there is no verdict")
    func floor() throws {
        let report = try ExperimentAnalysis.analyse(
            arm("control", yes(5, of: 49)) + arm("new", yes(45, of: 60)),
            ExperimentQuestion(kind: .proportion, control: "control"))
        #expect(report.comparisons[0].verdict == .belowFloor)
        #expect(codes(report).contains("below_floor"))
    }

    @Test("EXP-09: arms that did not fill as meant block the verdict, unless that ratio was meant")
    func ratio() throws {
        let units = arm("control", yes(100, of: 400)) + arm("new", yes(100, of: 200))
        var question = ExperimentQuestion(kind: .proportion, control: "control")
        let blocked = try ExperimentAnalysis.analyse(units, question)
        #expect(blocked.comparisons[0].verdict == .blocked)
        #expect(blocked.warnings.first?.code == "sample_ratio_mismatch")
        question.weights = ["control": 2]
        #expect(try ExperimentAnalysis.analyse(units, question).comparisons[0].verdict == .difference)
    }

    @Test("EXP-11: several arms are held against each other's number, raw values beside")
    func several() throws {
        var random = Seeded(21)
        let units = ["a", "b", "c", "control"].flatMap { arm($0, random.normals(60)) }
        let report = try ExperimentAnalysis.analyse(units, ExperimentQuestion(kind: .mean, control: "control"))
        let raw = report.comparisons.compactMap(\.p)
        #expect(try MultipleTesting.evaluate(.init(pValues: raw)).holm == report.comparisons.compactMap(\.adjusted))
        #expect(report.comparisons.map(\.treatment) == ["a", "b", "c"])
        #expect(codes(report).contains("several_arms"))
    }

    @Test("EXP-06: a covariate narrows the interval as CUPED does")
    func covariate() throws {
        var random = Seeded(22)
        let units = (0..<200).map { index -> ExperimentUnit in
            let x = random.normal()
            let isNew = index % 2 == 0
            return Unit(
                arm: isNew ? "new" : "control", outcome: x + 0.3 * random.normal() + (isNew ? 0.2 : 0), covariates: [x])
        }
        var question = ExperimentQuestion(kind: .mean, control: "control")
        question.covariates = ["before"]
        let comparison = try ExperimentAnalysis.analyse(units, question).comparisons[0]
        let groups = [true, false].map { isNew in units.filter { ($0.arm == "new") == isNew } }
        let direct = try Cuped.evaluate(
            .init(
                yTreatment: groups[0].map(\.outcome), xTreatment: groups[0].map { $0.covariates[0] },
                yControl: groups[1].map(\.outcome), xControl: groups[1].map { $0.covariates[0] }))
        expect(comparison.estimate, near: direct.difference ?? 0)
        expect(comparison.varianceReduction, near: direct.varianceReduction ?? 0)
        #expect((comparison.varianceReduction ?? 0) > 0.8)
    }

    @Test("EXP-07: several covariates leave what least squares leaves")
    func covariates() throws {
        // y = 1 + 2 x - 3 z + effect, exactly: nothing is left but the effect.
        var random = Seeded(23)
        let units = (0..<120).map { index -> ExperimentUnit in
            let (x, z, noise) = (random.normal(), random.normal(), 0.01 * random.normal())
            let isNew = index % 2 == 0
            return Unit(
                arm: isNew ? "new" : "control", outcome: 1 + 2 * x - 3 * z + noise + (isNew ? 0.05 : 0),
                covariates: [x, z, x + z])
        }
        var question = ExperimentQuestion(kind: .mean, control: "control")
        question.covariates = ["x", "z", "sum"]
        let comparison = try ExperimentAnalysis.analyse(units, question).comparisons[0]
        expect(comparison.estimate, near: 0.05, within: 0.01)
        #expect((comparison.p ?? 1) < 1e-6)
    }

    @Test("Clusters that were assigned whole count as one unit each, and one in two arms is refused")
    func clusters() throws {
        var random = Seeded(24)
        var units: [ExperimentUnit] = []
        for cluster in 0..<40 {
            let shift = random.normal()
            for _ in 0..<10 {
                units.append(
                    Unit(
                        arm: cluster % 2 == 0 ? "new" : "control", outcome: shift + 0.1 * random.normal(),
                        cluster: "client \(cluster)"))
            }
        }
        let question = ExperimentQuestion(kind: .mean, control: "control")
        let report = try ExperimentAnalysis.analyse(units, question)
        let blind = try ExperimentAnalysis.analyse(
            units.map { Unit(arm: $0.arm, outcome: $0.outcome) }, question)
        #expect(report.arms.map(\.clusters) == [20, 20])
        // Ten copies of nearly the same value are no ten values.
        let width = { (report: ExperimentReport) in
            (report.comparisons[0].high ?? 0) - (report.comparisons[0].low ?? 0)
        }
        #expect(width(report) > 2.5 * width(blind))
        units.append(Unit(arm: "new", outcome: 0, cluster: "client 1"))
        #expect(throws: StatisticsError.self) { try ExperimentAnalysis.analyse(units, question) }
    }

    @Test("EXP-07: skewed outcomes give the chance of the larger outcome with an interval within 0 and 1")
    func skewed() throws {
        var random = Seeded(25)
        let units =
            arm("control", (0..<80).map { _ in random.waiting(rate: 1) })
            + arm("new", (0..<80).map { _ in random.waiting(rate: 0.4) })
        let comparison = try ExperimentAnalysis.analyse(
            units, ExperimentQuestion(kind: .skewed, control: "control")
        ).comparisons[0]
        let (low, estimate, high) = (comparison.low ?? -1, comparison.estimate ?? -1, comparison.high ?? 2)
        #expect(0 < low && low < estimate && estimate < high && high < 1)
        #expect(comparison.noEffect == 0.5)
        #expect(comparison.verdict == .difference)
    }

    @Test("EXP-07: times to an event give a ratio of rates with the log-rank's p-value, clusters or not")
    func survival() throws {
        var random = Seeded(26)
        let units = (0..<300).map { index -> ExperimentUnit in
            let isNew = index % 2 == 0
            let (time, end) = (random.waiting(rate: isNew ? 0.5 : 1), random.waiting(rate: 0.3))
            return Unit(
                arm: isNew ? "new" : "control", outcome: min(time, end), happened: time <= end,
                cluster: "alone \(index)")
        }
        let question = ExperimentQuestion(kind: .survival, control: "control")
        let plain = try ExperimentAnalysis.analyse(
            units.map { Unit(arm: $0.arm, outcome: $0.outcome, happened: $0.happened) }, question
        ).comparisons[0]
        let clustered = try ExperimentAnalysis.analyse(units, question).comparisons[0]
        #expect((plain.estimate ?? 1) < 0.75)
        #expect((plain.high ?? 1) < 1)
        // Clusters of one say what single units say.
        expect(clustered.estimate, near: plain.estimate ?? 0)
        expect(clustered.low, near: plain.low ?? 0, within: 0.05)
    }

    @Test("EXP-08: the power to find the smallest effect of interest stands beside the result")
    func power() throws {
        var question = ExperimentQuestion(kind: .proportion, control: "control")
        question.smallestEffect = 0.1
        let units = arm("control", yes(100, of: 200)) + arm("new", yes(104, of: 200))
        let comparison = try ExperimentAnalysis.analyse(units, question).comparisons[0]
        #expect(comparison.verdict == .noDifferenceShown)
        expect(comparison.power.power, near: 0.516, within: 0.01)
        expect(comparison.power.detectableEffect, near: 0.14, within: 0.01)
    }

    @Test("EXP-08: with so few units that no chance or share is large enough, no detectable effect is named")
    func powerless() throws {
        for kind in [OutcomeKind.proportion, .skewed] {
            let units = arm("control", [0, 1]) + arm("new", [1, 0])
            let comparison = try ExperimentAnalysis.analyse(units, ExperimentQuestion(kind: kind, control: "control"))
                .comparisons[0]
            #expect(comparison.power.detectableEffect == nil)
        }
    }

    @Test("Units that cannot be compared are refused by what is wrong")
    func refused() {
        func field(_ units: [ExperimentUnit], _ kind: OutcomeKind) -> String? {
            do {
                _ = try ExperimentAnalysis.analyse(units, ExperimentQuestion(kind: kind, control: "control"))
                return nil
            } catch {
                return error.field
            }
        }
        #expect(field(arm("new", [1, 0]), .proportion) == "control")
        #expect(field(arm("control", [1, 0]), .proportion) == "arm")
        #expect(field(arm("control", [1, 0]) + arm("new", [0.5]), .proportion) == "outcome")
        #expect(field(arm("control", [1, 0]) + arm("new", [-1]), .survival) == "outcome")
    }
}
