import Programmes

/// A problem of a YAML text, as commands print it.
struct ProblemReport: Encodable, CustomStringConvertible {
    /// The problem on one line.
    let description: String
    let line: Int
    let column: Int
    let path: String
    let rule: String
    let message: String
    let remedy: String

    init(_ problem: DocumentProblem) {
        line = problem.line
        column = problem.column
        path = problem.path
        rule = problem.rule
        message = problem.message
        remedy = problem.remedy
        description = problem.description
    }

    private enum CodingKeys: CodingKey {
        case line, column, path, rule, message, remedy
    }
}
