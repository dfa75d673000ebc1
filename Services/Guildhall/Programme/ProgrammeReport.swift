import Programmes

/// What a check of a programme's text found.
struct ProgrammeReport: Encodable, CustomStringConvertible {
    let file: String
    /// Whether it may be published.
    let ok: Bool
    let problems: [ProblemReport]
    /// What stands, and deserves a second thought.
    let warnings: [ProblemReport]
    /// Wording that Legal has to read.
    let reviews: [ProblemReport]
    /// The programme's id, where it could be read.
    let programme: String?
    let pathways: Int?
    let offerings: Int?
    let assessments: Int?

    /// The definition, where it may be published.
    let definition: ProgrammeDefinition?

    private enum CodingKeys: CodingKey {
        case file, ok, problems, warnings, reviews, programme, pathways, offerings, assessments
    }

    init(_ text: String, file: String, assessmentCeiling: Int = ProgrammeCheck.assessmentCeiling) {
        let check = ProgrammeReader.check(text, assessmentCeiling: assessmentCeiling)
        let offerings = check.definition?.pathways.flatMap(\.offerings)
        self.file = file
        ok = check.definition != nil
        problems = check.problems.map(ProblemReport.init)
        warnings = check.warnings.map(ProblemReport.init)
        reviews = check.reviews.map(ProblemReport.init)
        programme = check.definition?.id
        pathways = check.definition?.pathways.count
        self.offerings = offerings?.count
        assessments = check.definition.map(ProgrammeReport.assessments)
        definition = check.definition
    }

    /// Assessments of elsewhere, and those that Guildhall holds itself.
    private static func assessments(of definition: ProgrammeDefinition) -> Int {
        definition.pathways.reduce(0) { sum, pathway in
            sum + pathway.offerings.map(\.coursework.count).reduce(0, +) + (pathway.assessment == nil ? 0 : 1)
        }
    }

    /// Whether there is anything to read beside the summary.
    var hasFindings: Bool { !warnings.isEmpty || !reviews.isEmpty }

    /// Prints it for people, or as JSON.
    func print(json: Bool) throws {
        if json { return try Output.json(self) }
        Swift.print(description)
    }

    var description: String {
        (findings + [summary]).joined(separator: "\n")
    }

    /// A line for each finding, the problems first.
    var findings: [String] {
        problems.map { "\(file):\($0.description)" }
            + warnings.map { "\(file):\($0.description) (warning)" }
            + reviews.map { "\(file):\($0.description) (for Legal)" }
    }

    private var summary: String {
        guard ok, let programme, let pathways, let offerings, let assessments else {
            return "\(counted(problems.count, "problem")) in \(file)."
        }
        let rest = [(warnings, "warning"), (reviews, "finding for Legal")].filter { !$0.0.isEmpty }
            .map { counted($0.0.count, $0.1) }
        return "\(programme): \(counted(pathways, "pathway")), \(counted(offerings, "offering")), "
            + "\(counted(assessments, "assessment")). "
            + "Nothing stands against publishing it"
            + (rest.isEmpty ? "." : "; \(rest.joined(separator: " and ")) above.")
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        if count == 1 { return "1 \(noun)" }
        let words = noun.split(separator: " ", maxSplits: 1)
        return "\(count) \(words[0])s" + (words.count == 2 ? " \(words[1])" : "")
    }
}
