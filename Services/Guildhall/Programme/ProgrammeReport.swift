import Programmes

/// What a check of a programme's text found.
struct ProgrammeReport: Encodable, CustomStringConvertible {
    let file: String
    /// Whether it may be published.
    let ok: Bool
    let problems: [ProblemReport]
    /// The programme's id, where it could be read.
    let programme: String?
    let pathways: Int?
    let offerings: Int?
    let assessments: Int?

    /// The definition, where it may be published.
    let definition: ProgrammeDefinition?

    private enum CodingKeys: CodingKey {
        case file, ok, problems, programme, pathways, offerings, assessments
    }

    init(_ text: String, file: String) {
        self.file = file
        do throws(ProgrammeProblems) {
            let definition = try ProgrammeReader.read(text)
            let offerings = definition.pathways.flatMap(\.offerings)
            ok = true
            problems = []
            programme = definition.id
            pathways = definition.pathways.count
            self.offerings = offerings.count
            assessments = offerings.map(\.coursework.count).reduce(0, +)
            self.definition = definition
        } catch {
            ok = false
            problems = error.problems.map(ProblemReport.init)
            programme = nil
            pathways = nil
            offerings = nil
            assessments = nil
            definition = nil
        }
    }

    /// Prints it for people, or as JSON.
    func print(json: Bool) throws {
        if json { return try Output.json(self) }
        Swift.print(description)
    }

    var description: String {
        guard ok, let programme, let pathways, let offerings, let assessments else {
            let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
            return (problems.map { "\(file):\($0.description)" } + ["\(count) in \(file)."]).joined(separator: "\n")
        }
        return "\(programme): \(pathways) pathways, \(offerings) offerings, \(assessments) assessments. "
            + "Nothing stands against publishing it."
    }
}
