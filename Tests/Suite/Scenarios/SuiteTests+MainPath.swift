import Foundation
import Testing

extension SuiteTests {
    @Test(
        "ONB-08, ASM-04, CRD-01, INC-06, INC-07, INC-23, MET-06, GOV-01: an import agrees with a recomputation by row",
        .timeLimit(.minutes(5)))
    func mainPath() async throws {
        try await SuiteHouse.with("main-path") { house in
            let sample = try await house.publishedSample()
            try await house.importing(sample)
            try await house.drain()
            try await house.expectFigures(of: sample)
            try await house.expectAudit()
            try await Baseline.shared.keep(house.figures())
        }
    }

    @Test(
        "ONB-01, GOV-26: importing everything again changes nothing but what was received, all of it duplicates",
        .timeLimit(.minutes(5)))
    func again() async throws {
        try await SuiteHouse.with("again") { house in
            let sample = try await house.publishedSample(people: 120, seed: 7)
            try await house.importing(sample)
            try await house.drain()
            let before = try Totals(await house.reconciliation())
            let effects = try await house.effects()
            try await house.importing(sample, ["--batch", "1"])
            try await house.drain()
            let after = try Totals(await house.reconciliation())
            #expect(before.received == sample.records && before.duplicates == 0)
            #expect(after.received == 2 * before.received && after.duplicates == before.received)
            #expect(after.rest == before.rest)
            house.expectSame(try await house.effects(), effects, "effects")
            try await house.expectFigures(of: sample, ignoring: ["received"])
        }
    }

    @Test(
        "ASM-04, MET-21: in whatever order records arrive, credentials, award days, premium uses and KPIs are the same",
        .timeLimit(.minutes(5)))
    func shuffled() async throws {
        let inOrder = try await Baseline.shared.figures {
            let world = Baseline()
            try await SuiteHouse.with("in-order") { house in
                try await house.importing(try await house.publishedSample())
                try await house.drain()
                try await world.keep(house.figures())
            }
            return try await world.figures { throw SuiteFailure("no figures of the records in order") }
        }
        try await SuiteHouse.with("shuffled") { house in
            let sample = try await house.publishedSample()
            try await house.importing(sample, ["--shuffle", "11"])
            try await house.drain()
            try await house.expectFigures(of: sample)
            let figures = try await house.figures()
            house.expectSame(figures.premiumPairs, inOrder.premiumPairs, "premium uses in another order")
            house.expectSame(figures.kpis, inOrder.kpis, "KPIs in another order")
            #expect(figures == inOrder)
        }
    }
}
