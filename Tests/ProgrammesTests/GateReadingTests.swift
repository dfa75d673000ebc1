import Programmes
import Testing

@Suite("What credentials open, as a programme says it")
struct GateReadingTests {
    private static let gates = """
        action-gates:
          - id: payment-deploy
            action: deploy
            asset-class: payment
            any-of: [AAA]
            basis: Mistakes there cost clients money.
        screening:
          - id: client-a
            title: Client A
            basis: Client A declares it.
            steps:
              - {id: identity, title: Proof of identity}
              - {id: skills, title: Practical test, replaced-by: [AAA]}
        """

    private static func text(_ part: String = "", with other: String = "") -> String {
        let gates = part.isEmpty ? gates : gates.replacing(part, with: other)
        return SampleProgramme.replacing("rewards:\n", with: gates + "\nrewards:\n")
    }

    @Test("CRD-15, CRD-16: gates and screenings are read as they are written")
    func read() throws {
        let programme = try ProgrammeReader.read(Self.text())
        #expect(
            programme.gates == [
                ActionGate(
                    id: "payment-deploy", action: "deploy", assetClass: "payment", requirement: .any(["AAA"]),
                    basis: "Mistakes there cost clients money.")
            ])
        #expect(programme.screenings.map(\.id) == ["client-a"])
        #expect(programme.screenings.first?.steps.map(\.replacedBy) == [[], ["AAA"]])
    }

    /// A change, the rule that refuses it, and a word of its remedy.
    static let mistakes = [
        ("any-of: [AAA]", "any-of: [AAB]", "unknown-pathway", "'AAA'"),
        ("replaced-by: [AAA]", "replaced-by: [BBB]", "unknown-pathway", "AAA"),
        ("any-of: [AAA]", "any-off: [AAA]", "requirement", "any-of"),
        ("    any-of: [AAA]\n", "    any-of: [AAA]\n    all-of: [AAA]\n", "requirement", "any-of"),
        ("    basis: Mistakes there cost clients money.\n", "", "missing-key", "why there is"),
        ("action: deploy", "action: de ploy", "id", "letters"),
        ("{id: skills,", "{id: identity,", "duplicate-id", "its own id"),
    ]

    @Test("CRD-16, GOV-25: a mistake is named with its line, its rule and the way out", arguments: mistakes)
    func mistake(part: String, other: String, rule: String, remedy: String) throws {
        let problems = SampleProgramme.problems(Self.text(part, with: other))
        let problem = try #require(problems.first { $0.rule == rule }, "found \(problems)")
        #expect(problem.line >= 23)
        #expect(problem.remedy.contains(remedy), "\(problem.remedy)")
    }

    @Test("CRD-16: a second gate before the same action on the same assets is refused")
    func twice() {
        let second = """
              - {id: other, action: deploy, asset-class: payment, all-of: [AAA], basis: Once more.}
            screening:
            """
        let problems = SampleProgramme.problems(
            Self.text("screening:", with: second.replacing("    screening:", with: "screening:")))
        #expect(problems.contains { $0.rule == "duplicate-gate" }, "\(problems)")
    }
}
