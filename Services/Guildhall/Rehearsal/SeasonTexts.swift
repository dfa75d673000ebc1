import Programmes

/// The versions of the texts that the workers of a season read and agree to.
struct SeasonTexts: Sendable {
    let optIn: String
    let terms: String
    let independentStatus: String
    /// The text on which a case study is released; nil where the pathway offers none.
    let release: String?

    /// The texts of a programme.
    ///
    /// - Throws: ``RehearsalError`` that names a missing one.
    init(_ definition: ProgrammeDefinition, _ pathway: Pathway) throws {
        func version(_ id: String) throws -> String {
            guard let text = definition.text(id) else {
                throw RehearsalError(
                    "Programme \(definition.id) has no text '\(id)', which the workers of a season agree to: add it under "
                        + "'texts' and publish the programme again.")
            }
            return text.version
        }
        optIn = try version(WorkerText.optIn)
        terms = try version(WorkerText.terms)
        independentStatus = try version(WorkerText.independentStatus)
        release = try definition.rewards.stories.first { $0.pathway == pathway.id }.map { try version($0.release) }
    }
}
