import Contracts
import Programmes
import Testing

@Suite("Reading a programme")
struct ProgrammeReaderTests {
    @Test("a plan becomes the definition that it says")
    func definition() throws {
        let programme = try ProgrammeReader.read(SampleProgramme.text)
        #expect(programme.id == "sample")
        #expect(programme.delivery == .external)
        #expect(programme.participation == .voluntary)
        #expect(programme.groups == [.region])
        #expect(programme.rewards.pools == [Pool(id: "returners", title: "Returners")])
        #expect(programme.rewards.premium == Premium(rateBasisPoints: 500, uses: 2))
        let place = try #require(programme.offering("AAA-2013J"))
        let (pathway, offering) = (place.pathway, place.offering)
        #expect(pathway.passMark == Decimal6(40))
        #expect(offering.starts == Day(year: 2013, month: 10, day: 1))
        #expect(offering.ends == Day(year: 2014, month: 6, day: 26))
        #expect(offering.coursework.map(\.weight.millionths) == [12_500_000, 20_000_000, 100_000_000])
        #expect(offering.assessment("1757")?.counts == false)
        #expect(offering.assessment("1752")?.due == 19)
        #expect(pathway.achievement(in: offering) == "AAA-2013J")
    }

    @Test("CRD-04: a credential is valid for 12 months where the plan does not say")
    func validity() throws {
        let programme = try ProgrammeReader.read(SampleProgramme.replacing("valid-for: 12 months", with: ""))
        #expect(programme.pathways[0].credential.validityMonths == 12)
        let shorter = SampleProgramme.replacing("valid-for: 12 months", with: "valid-for: 6 months")
        let six = try ProgrammeReader.read(shorter)
        #expect(six.pathways[0].credential.validityMonths == 6)
    }

    @Test("exams are left out of the outcome, and where all weights are 0 the others weigh the same")
    func weights() throws {
        let declared = try ProgrammeReader.read(SampleProgramme.text).pathways[0].offerings[0].weighted
        #expect(declared.map(\.coursework.id) == ["1752", "1753"])
        #expect(declared.map(\.weight.millionths) == [12_500_000, 20_000_000])
        let zero = SampleProgramme.text
            .replacing("weight: 12.5", with: "weight: 0").replacing("weight: 20", with: "weight: 0")
        let equal = try ProgrammeReader.read(zero).pathways[0].offerings[0].weighted
        #expect(equal.map(\.weight) == [Decimal6(1), Decimal6(1)])
        let one = try ProgrammeReader.read(SampleProgramme.replacing("weight: 12.5", with: "weight: 0"))
        #expect(one.pathways[0].offerings[0].weighted.map(\.weight.millionths) == [0, 20_000_000])
    }

    @Test("all problems come at once, in the order of their lines")
    func allAtOnce() throws {
        let text = SampleProgramme.text
            .replacing("pass-mark: 40 %", with: "pass-mark: 0.4")
            .replacing("lasts: 268 days", with: "lasts: 268")
            .replacing("rate: 5 %", with: "rate: 12 %")
        let problems = SampleProgramme.problems(text)
        #expect(problems.map(\.rule) == ["percent", "unit", "premium-band"])
        #expect(problems.map(\.line) == problems.map(\.line).sorted())
    }

    @Test("a text that is no YAML is refused with its place", arguments: ["programme: [", "a: b: c", "\"open"])
    func syntax(text: String) throws {
        let problem = try #require(SampleProgramme.problems(text).first)
        #expect(problem.rule == "yaml")
        #expect(problem.line >= 1 && problem.column >= 1)
    }

    @Test("an empty text, a list and a doubled key are refused")
    func shape() {
        #expect(SampleProgramme.problems("").map(\.rule) == ["yaml"])
        #expect(SampleProgramme.problems("- a").map(\.rule) == ["type"])
        #expect(SampleProgramme.problems(SampleProgramme.text + "\ntitle: Again").map(\.rule) == ["yaml"])
    }
}
