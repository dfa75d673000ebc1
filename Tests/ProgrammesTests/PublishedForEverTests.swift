import Programmes
import Testing

@Suite("What was published is read for ever")
struct PublishedForEverTests {
    private static let examples =
        GuardrailTests.guardrails + PublicationTests.examples
        + ExperimentRuleTests.examples

    /// Rules that publication alone asks for.
    private static let guardrails: Set<String> = [
        "core-first", "currency", "declared-hours", "diagnosis", "duplicate-line", "experiment-adjustment",
        "experiment-base", "experiment-dates", "experiment-decision", "experiment-effect", "experiment-floor",
        "experiment-margin", "experiment-namespace", "experiment-overlap", "experiment-pay-floor", "kpi-goal",
        "unknown-experiment", "five-parts", "incomplete-invitation", "kpi-count", "leading-kpi",
        "mandatory-basis", "no-exclusivity", "no-penalty", "objective-kpi", "open-grant", "outcomes-only",
        "paid-assessment", "premium-band", "prerequisite-cycle", "required-text", "rubric-levels", "tax-note",
        "translation", "unit-length", "unknown-kpi", "unknown-line", "unknown-text", "voluntary-participation",
    ]

    @Test("what may be published reads the same for use", arguments: examples)
    func accepted(example: GuardrailExample) throws {
        let text = DeliveredProgramme.replacing(example.part, with: example.accepted)
        #expect(try ProgrammeReader.read(text, for: .use) == ProgrammeReader.read(text))
    }

    @Test("a guardrail that came later does not reach back")
    func later() throws {
        var count = 0
        for example in Self.examples {
            let text = DeliveredProgramme.replacing(example.part, with: example.refused)
            let rules = Set(ProgrammeReader.check(text).problems.map(\.rule))
            // Settings that are no setting were never publishable, so nothing has to read them.
            let isSetting = ["by a setting", "G6, INC-20", "G7, INC-12", "a deliverable", "G1, GOV-05"].contains {
                example.row.hasSuffix($0)
            }
            guard rules.isSubset(of: Self.guardrails), !isSetting else { continue }
            #expect(SampleProgramme.problems(text, for: .use) == [], "\(example.row)")
            count += 1
        }
        #expect(count > 25)
    }

    @Test("a programme written as JSON is the same programme")
    func json() throws {
        let document = Document()
        let text = JSONForm.text(of: try document.root(of: DeliveredProgramme.text))
        #expect(text.hasPrefix("{\"programme\":\"here\","))
        let definition = try ProgrammeReader.read(text)
        #expect(try definition == ProgrammeReader.read(DeliveredProgramme.text))
        #expect(try ProgrammeReader.read(text, for: .use) == definition)
    }
}

/// A document's values as JSON, each scalar as a text.
enum JSONForm {
    static func text(of value: DocumentValue) -> String {
        if value.isMapping, let mapping = value.mapping() {
            let fields = mapping.entries().map { key, value in "\(text(of: key)):\(text(of: value))" }
            return "{\(fields.joined(separator: ","))}"
        }
        if value.isList {
            return "[\(value.list().map(text(of:)).joined(separator: ","))]"
        }
        let escaped = (value.text(atMost: 20_000) ?? "").replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }
}
