import Programmes
import Testing

@testable import GuildhallCommand

@Suite("Reading a mapping")
struct MappingReaderTests {
    private func problems(replacing part: String, with other: String) throws -> [DocumentProblem] {
        let text = try SampleImport.mappingText()
        #expect(text.contains(part))
        do throws(DocumentProblems) {
            _ = try MappingReader(contracts: ContractField.inbound).read(text.replacing(part, with: other))
            return []
        } catch {
            return error.problems
        }
    }

    @Test(
        "a mistake is named with its line, its rule and the way out",
        arguments: [
            ("        time: submitted", "        time: submited", "unknown-name", "'submitted'"),
            ("          score: \"{score}\"", "          scor: \"{score}\"", "unknown-key", "'score'"),
            ("          score: \"{score}\"\n", "", "missing-field", "refused"),
            ("{minimum: 0, maximum: 100}", "{minimum: low, maximum: 100}", "number", "digits"),
            ("{minimum: 0, maximum: 100}", "{minimum: 0}", "missing-field", "refused"),
            ("          status: active", "          status: actve", "choice", "'active'"),
            ("guildhall.consent.recorded.v1", "guildhall.consent.record.v1", "unknown-type", "consent.recorded.v1'"),
            ("    join: [assessments]", "    join: [assesments]", "unknown-file", "'assessments'"),
            ("    join: [assessments]", "    join: [students]", "join-key", "'key'"),
            ("lookup: first-day", "lookup: first-days", "unknown-lookup", "'first-day'"),
            ("key: [id_assessment]", "key: [id_assesment]", "unknown-column", "'id_assessment'"),
            ("start: {later-of: [registered, first]}", "start: {latest: [registered, first]}", "value", "'later-of'"),
            ("when: {day: left, before: start}", "when: {day: left}", "condition", "'before'"),
            ("id: \"{engagement}:3\"", "id: \"three\"", "id", "'{column}'"),
            ("file: courses.csv", "file: ../courses.csv", "file", "without a path"),
            ("      worker: {text:", "      region: {text:", "duplicate-name", "its own"),
            ("mapping: oulad", "maping: oulad", "missing-key", "mapping"),
        ])
    func mistakes(part: String, other: String, rule: String, remedy: String) throws {
        let found = try problems(replacing: part, with: other)
        let problem = try #require(found.first { $0.rule == rule }, "found \(found)")
        #expect(problem.remedy.contains(remedy), "\(problem.remedy)")
        #expect(problem.line > 1 || rule == "missing-key")
    }

    @Test("the shipped mapping is in order")
    func shipped() throws {
        let mapping = try SampleImport.mapping()
        #expect(mapping.source == "/oulad")
        #expect(mapping.records.map(\.events.count) == [5, 1])
        #expect(mapping.checksum.count == 64)
    }

    @Test("dates are read from days and from moments, with offsets of their own")
    func moments() {
        #expect(MomentText.parse("2014-02-01").map(MomentText.text(of:)) == "2014-02-01T00:00:00Z")
        #expect(MomentText.parse("2014-02-01T09:30:00+02:00").map(MomentText.text(of:)) == "2014-02-01T07:30:00Z")
        #expect(MomentText.parse("2014-02-01T09:30:00.25Z").map(MomentText.text(of:)) == "2014-02-01T09:30:00.250000Z")
        for text in ["2014-02-30", "2014-02-01T25:00:00Z", "2014-02-01T09:30:00", "yesterday"] {
            #expect(MomentText.parse(text) == nil, "\(text)")
        }
    }
}
