/// What a check of a programme's text found.
public struct ProgrammeCheck: Sendable {
    /// The definition, where nothing stands against publishing it.
    public let definition: ProgrammeDefinition?
    /// What stands against publishing it.
    public let problems: [ProgrammeProblem]
    /// What stands, and deserves a second thought.
    public let warnings: [ProgrammeProblem]
    /// Wording that Legal has to read: it may prescribe how work is done (GOV-08).
    public let reviews: [ProgrammeProblem]

    init(definition: ProgrammeDefinition?, document: Document) {
        self.init(
            definition: definition, problems: document.problems, warnings: document.warnings, reviews: document.reviews)
    }

    init(
        definition: ProgrammeDefinition?, problems: [ProgrammeProblem], warnings: [ProgrammeProblem] = [],
        reviews: [ProgrammeProblem] = [],
    ) {
        func ordered(_ findings: [ProgrammeProblem]) -> [ProgrammeProblem] {
            findings.isEmpty ? [] : ProgrammeProblems(findings).problems
        }
        self.definition = problems.isEmpty ? definition : nil
        self.problems = ordered(problems)
        self.warnings = ordered(warnings)
        self.reviews = ordered(reviews)
    }

    /// Minutes of an assessment above which a check warns, unless it is told another number (ASM-14).
    public static let assessmentCeiling = 45
}
