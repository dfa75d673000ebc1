import Foundation
import Programmes
import Testing

@testable import GuildhallCommand

@Suite("What a check of a programme reports")
struct ProgrammeReportTests {
    private static func text() throws -> String {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("deploy/examples/tiered-access/programme.yaml")
        return try String(contentsOf: file, encoding: .utf8)
    }

    private func json(_ report: ProgrammeReport) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: JSONEncoder().encode(report)) as? [String: Any])
    }

    @Test("PRG-01: a programme without a finding is summed up in one line")
    func clean() throws {
        let report = ProgrammeReport(try Self.text(), file: "plan.yaml")
        #expect(report.ok && !report.hasFindings)
        #expect(
            report.description
                == "tiered-access: 1 pathway, 1 offering, 1 assessment. Nothing stands against publishing it.")
    }

    @Test("ASM-14, GOV-08: warnings and findings for Legal are told, also as JSON, and stand against nothing")
    func findings() throws {
        let text = try Self.text().replacing(
            "Marks purpose, audience", with: "You must use a pen. Marks purpose, audience")
        let report = ProgrammeReport(text, file: "plan.yaml", assessmentCeiling: 20)
        #expect(report.ok && report.definition != nil && report.hasFindings)
        #expect(report.warnings.map(\.rule) == ["assessment-length"])
        #expect(report.reviews.map(\.rule) == ["method-wording"])
        let lines = report.description.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("plan.yaml:") && lines[0].hasSuffix("(warning)"))
        #expect(lines[1].hasSuffix("(for Legal)"))
        #expect(lines[2].hasSuffix("publishing it; 1 warning and 1 finding for Legal above."))
        let fields = try json(report)
        #expect(fields["ok"] as? Bool == true)
        #expect((fields["warnings"] as? [[String: Any]])?.first?["line"] as? Int == report.warnings[0].line)
        #expect((fields["reviews"] as? [[String: Any]])?.first?["rule"] as? String == "method-wording")
    }

    @Test("GOV-06: a problem leaves nothing to publish")
    func problem() throws {
        let text = try Self.text().replacing("title: Clear briefs,", with: "title: Exclusive briefs,")
        let report = ProgrammeReport(text, file: "plan.yaml")
        #expect(!report.ok && report.definition == nil)
        #expect(report.problems.map(\.rule) == ["no-exclusivity"])
        #expect(report.description.hasSuffix("1 problem in plan.yaml."))
        #expect((try json(report)["problems"] as? [[String: Any]])?.count == 1)
    }
}
