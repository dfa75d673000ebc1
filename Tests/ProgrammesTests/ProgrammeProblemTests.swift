import Programmes
import Testing

@Suite("What a programme is refused for")
struct ProgrammeProblemTests {
    /// One change to the sample, and what it is refused for.
    struct Change: Sendable, CustomTestStringConvertible {
        let part: String
        let other: String
        let rule: String
        let line: Int
        let remedy: String

        init(_ part: String, _ other: String, _ rule: String, line: Int, _ remedy: String) {
            self.part = part
            self.other = other
            self.rule = rule
            self.line = line
            self.remedy = remedy
        }

        var testDescription: String { "\(other.isEmpty ? "without \(part)" : other): \(rule)" }
    }

    static let changes = [
        Change("title: Sample", "titel: Sample", "unknown-key", line: 2, "'title'"),
        Change("    title: Module AAA\n", "", "missing-key", line: 7, "Say what people call it."),
        Change("delivery: external", "delivery: post", "choice", line: 3, "external"),
        Change("delivery: external", "delivery: guildhall", "guildhall-delivery", line: 20, "assessment"),
        Change("groups: [region]", "groups: [religion]", "choice", line: 5, "'region'"),
        Change("groups: [region]", "groups: [region, region]", "duplicate", line: 5, "one of each"),
        Change("pass-mark: 40 %", "pass-mark: 140 %", "range", line: 10, "0 % to 100 %"),
        Change("valid-for: 12 months", "valid-for: a year", "unit", line: 15, "months"),
        Change("valid-for: 12 months", "valid-for: 0 months", "range", line: 15, "1 to 120"),
        Change("starts: 2013-10-01", "starts: 2013-02-29", "date", line: 18, "2026-03-31"),
        Change("lasts: 268 days", "lasts: 0 days", "range", line: 19, "from 1"),
        Change("id: 1753", "id: 1752", "duplicate-id", line: 22, "its own id"),
        Change("weight: 12.5", "weight: 12.1234567", "number", line: 21, "six"),
        Change("weight: 12.5", "weight: -1", "number", line: 21, "digits"),
        Change("counts: false", "counts: never", "choice", line: 23, "'true' or 'false'"),
        Change("programme: sample", "programme: a b", "id", line: 1, "letters"),
    ]

    @Test("a mistake is named with its line, its rule and the way out", arguments: changes)
    func mistake(change: Change) throws {
        let problems = SampleProgramme.problems(SampleProgramme.replacing(change.part, with: change.other))
        let problem = try #require(problems.first { $0.rule == change.rule }, "found \(problems)")
        #expect(problem.line == change.line)
        #expect(problem.remedy.contains(change.remedy), "\(problem.remedy)")
    }

    @Test("G1: participation that is not voluntary is refused")
    func voluntary() throws {
        let text = SampleProgramme.replacing("participation: voluntary", with: "participation: mandatory")
        let problem = try #require(SampleProgramme.problems(text).first)
        #expect(problem.rule == "voluntary-participation")
        #expect(problem.line == 4)
    }

    @Test("G3, INC-03: exclusivity is refused in pools and credentials, by key and by wording")
    func exclusivity() {
        let key = SampleProgramme.replacing("title: Returners", with: "title: Returners, exclusive: true")
        #expect(SampleProgramme.problems(key).map(\.rule) == ["no-exclusivity"])
        for phrase in ["Exclusive returners", "Returners, only for us", "First refusal", "Our non-compete club"] {
            let text = SampleProgramme.replacing("title: Returners", with: "title: \"\(phrase)\"")
            #expect(SampleProgramme.problems(text).map(\.rule) == ["no-exclusivity"], "\(phrase)")
        }
        let innocent = SampleProgramme.replacing("title: Returners", with: "title: Non-exclusive pool")
        #expect(SampleProgramme.problems(innocent).isEmpty)
    }

    @Test("INC-03: a pool without an end is refused")
    func poolEnd() {
        let text = SampleProgramme.replacing("title: Returners, ends: with the credential", with: "title: Returners")
        #expect(SampleProgramme.problems(text).map(\.rule) == ["pool-end"])
    }

    @Test("INC-05: a premium outside 5 % to 10 %, or without an end, is refused")
    func premium() throws {
        let rates = [("4.99 %", false), ("5 %", true), ("7.25 %", true), ("10 %", true), ("10.01 %", false)]
        for (rate, accepted) in rates {
            let text = SampleProgramme.replacing("rate: 5 %", with: "rate: \(rate)")
            #expect(SampleProgramme.problems(text).map(\.rule) == (accepted ? [] : ["premium-band"]), "\(rate)")
        }
        let endless = SampleProgramme.replacing("uses: 2, ends: with the credential", with: "uses: 2")
        #expect(SampleProgramme.problems(endless).map(\.rule) == ["premium-end"])
        let useless = SampleProgramme.replacing("uses: 2, ", with: "")
        #expect(SampleProgramme.problems(useless).map(\.rule) == ["missing-key"])
    }

    @Test("G4, CRD-25: presence is no criterion")
    func outcomesOnly() {
        let text = SampleProgramme.replacing("A weighted mean of 40 % or more.", with: "Full attendance for a term.")
        #expect(SampleProgramme.problems(text).map(\.rule) == ["outcomes-only"])
    }

    @Test(
        "what an external programme does not deliver, it does not time, pay, invite to or gate",
        arguments: ["units", "times", "payments", "invitations", "gates"])
    func external(key: String) throws {
        let problems = SampleProgramme.problems(SampleProgramme.text + "\n\(key): []")
        #expect(problems.map(\.rule) == ["external-delivery"])
        #expect(problems.first?.line == 28)
    }

    @Test("an offering's id is unique in the whole programme")
    func offerings() throws {
        let pathway = SampleProgramme.text
            .split(separator: "\n", omittingEmptySubsequences: false)[6..<23].joined(separator: "\n")
        let second = pathway.replacing("- id: AAA\n", with: "- id: BBB\n")
        let text = SampleProgramme.replacing("rewards:\n", with: second + "\nrewards:\n")
        let problem = try #require(SampleProgramme.problems(text).first)
        #expect(problem.rule == "duplicate-id")
        #expect(problem.path == "pathways[1].offerings[0].id")
    }

    @Test("a guardrail that came later does not reach back to what was published")
    func published() throws {
        let text = SampleProgramme.replacing("rate: 5 %", with: "rate: 12 %")
        #expect(SampleProgramme.problems(text, for: .use).isEmpty)
        #expect(try ProgrammeReader.read(text, for: .use).rewards.premium?.rateBasisPoints == 1200)
    }
}
