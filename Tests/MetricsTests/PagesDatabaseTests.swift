import Contracts
import Database
import TestKit
import Testing

@testable import MetricsService

@Suite("The list of experiments in the database", .enabled(if: MigratedDatabase.isPresent, MigratedDatabase.needed))
struct PagesDatabaseTests {
    @Test("the list shows what was last noted of each experiment, and nothing where nothing was")
    func latest() async throws {
        let register = try #require(
            ExperimentRegister("subject", [Fixtures.programme("p", 1, experiments: [Fixtures.plan()])]))
        let noted = ExperimentSummary(programme: "p", register)
        let other = ExperimentSummary(programme: "q", register)
        let id = ExperimentStages.id("p", "subject")
        let looks = [(20_001, ExperimentVerdict.collecting), (20_003, .blocked), (20_002, .collecting)].map {
            day, verdict in
            NotedLook(
                day: Day(number: day), notedAt: "", verdict: verdict, stage: nil, variant: nil, met: 3, matured: 1,
                p: nil)
        }
        try await MigratedDatabase.inTransaction { transaction in
            _ = try await transaction.run([WatchStatements.note(looks, id, "p", "subject", 1)])
            let rows = try await transaction.run([ExperimentListPage.notes(of: [other, noted])])[0]
            let entries = try ExperimentListPage.entries([other, noted], rows)
            #expect(entries.map(\.verdict) == [nil, .blocked])
            #expect(entries.map(\.notedOn) == [nil, Day(number: 20_003)])
        }
    }
}
