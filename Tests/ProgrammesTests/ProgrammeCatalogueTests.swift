import Contracts
import Programmes
import Testing

@Suite("The catalogue of published programmes")
struct ProgrammeCatalogueTests {
    private func row(_ version: Int64, _ yaml: String = SampleProgramme.text) -> ProgrammeRow {
        ProgrammeRow(
            programme: "sample", version: version, yaml: yaml, publishedAt: Timestamp(microseconds: version))
    }

    @Test("finds a version, and the newest where none is named")
    func find() throws {
        let other = SampleProgramme.replacing("title: Sample", with: "title: Other")
        let catalogue = try ProgrammeCatalogue(rows: [row(2, other), row(1)])
        #expect(catalogue.find(programme: "sample")?.version == 2)
        #expect(catalogue.find(programme: "sample", version: 1)?.definition.title == "Sample")
        #expect(catalogue.find(programme: "sample", version: 3) == nil)
        #expect(catalogue.find(programme: "other") == nil)
        #expect(catalogue.latest.map(\.version) == [2])
    }

    @Test("finds an offering with its pathway")
    func offering() throws {
        let programme = try #require(try ProgrammeCatalogue(rows: [row(1)]).find(programme: "sample"))
        #expect(programme.offering("AAA-2013J")?.pathway.id == "AAA")
        #expect(programme.offering("AAA-2014J") == nil)
    }

    @Test("a row that cannot be read is an error, not a gap")
    func unreadable() {
        #expect(throws: ProgrammeProblems.self) { try ProgrammeCatalogue(rows: [row(1), row(2, "nothing")]) }
    }
}
