import Contracts
import Foundation
import Programmes
import Testing

@testable import GuildhallCommand

@Suite("Who looks after the season's experiment")
struct SeasonManagerTests {
    private static func text() throws -> String {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("deploy/examples/seasonal-retail/programme.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    private static func manager() throws -> SeasonManager {
        let row = ProgrammeRow(
            programme: "retail-seasonal", version: 1, yaml: try text(),
            publishedAt: Timestamp(SeasonCalendar.first))
        let catalogue = try ProgrammeCatalogue(rows: [row])
        let published = try #require(catalogue.find(programme: row.programme))
        return try #require(SeasonManager(published))
    }

    private static func peek(_ verdict: String, _ direction: String = "better") throws -> ExperimentPeek {
        let reasons =
            verdict == "difference"
            ? #"[{"code": "differs", "text": "It differs.", "values": {"variant": "clear", "direction": "\#(direction)", "p": 0.01}}]"#
            : #"[{"code": "runs", "text": "It runs.", "values": {"until": "2024-12-15"}}]"#
        let variant = verdict == "difference" ? #""clear""# : "null"
        let json =
            #"{"finding": {"verdict": "\#(verdict)", "variant": \#(variant), "reasons": \#(reasons)}, "looks": []}"#
        return try JSONDecoder().decode(ExperimentPeek.self, from: Data(json.utf8))
    }

    @Test("EXP-10, EXP-15: the first verdict is kept with its day, and decided on only once the experiment is over")
    func waits() throws {
        var manager = try Self.manager()
        let (until, first) = (manager.plan.until, manager.plan.until.adding(days: -20))
        #expect(manager.take(try Self.peek("collecting"), on: first.adding(days: -1)) == nil)
        #expect(manager.verdict == nil)
        #expect(manager.take(try Self.peek("difference"), on: first) == nil)
        #expect(manager.take(try Self.peek("difference"), on: until) == nil)
        #expect(manager.verdict?.day == first && manager.verdict?.finding.verdict == "difference")
        let decision = try #require(manager.take(try Self.peek("difference"), on: until.adding(days: 1)))
        #expect(decision.variant == "clear" && decision.reason == "It differs.")
        #expect(decision.decidedOn == until.adding(days: 1) && decision.from == until.adding(days: 2))
        #expect(manager.looks == 4 && manager.decision == decision)
    }

    @Test(
        "EXP-15: where nothing was shown to be better the control stays",
        arguments: ["withheld", "no-difference-shown", "worse"])
    func control(_ end: String) throws {
        var manager = try Self.manager()
        let peek = try end == "worse" ? Self.peek("difference", "worse") : Self.peek(end)
        #expect(manager.take(peek, on: manager.plan.until.adding(days: 1))?.variant == "plain")
    }

    @Test("EXP-15: the decided version says the same as the one before, and what was decided")
    func rollOut() throws {
        let text = try Self.text()
        var manager = try Self.manager()
        let decision = try #require(
            manager.take(try Self.peek("difference"), on: manager.plan.until.adding(days: 1)))
        let decided = try RollOut.text(text, experiment: "pilot", decision)
        let (before, after) = (try ProgrammeReader.read(text), try ProgrammeReader.read(decided))
        #expect(after.experiment("pilot")?.decision == decision)
        #expect(before.experiment("pilot")?.decision == nil)
        #expect(after.pathways == before.pathways && after.texts == before.texts)
        #expect(after.rewards == before.rewards && after.onboarding == before.onboarding)
        #expect(after.experiments.count == before.experiments.count)
        #expect(throws: RehearsalError.self) {
            try RollOut.text(text, experiment: "another", decision)
        }
    }

    @Test("a programme without a text that workers agree to is named before anything is said")
    func missingText() throws {
        let definition = try ProgrammeReader.read(try Self.text())
        let pathway = try #require(definition.pathways.first)
        let texts = try SeasonTexts(definition, pathway)
        #expect(texts.terms == definition.text(WorkerText.terms)?.version)
        let lacking = ProgrammeDefinition(
            id: definition.id, title: definition.title, delivery: definition.delivery,
            participation: definition.participation, pathways: definition.pathways, rewards: definition.rewards)
        let error = #expect(throws: RehearsalError.self) { try SeasonTexts(lacking, pathway) }
        #expect(error?.description.contains("'opt-in'") == true)
    }
}
