import Programmes

extension SampleProgramme {
    /// What a text is refused for; nothing where it is not.
    static func problems(_ text: String, for purpose: ReadingPurpose = .publication) -> [ProgrammeProblem] {
        do throws(ProgrammeProblems) {
            _ = try ProgrammeReader.read(text, for: purpose)
            return []
        } catch {
            return error.problems
        }
    }
}
