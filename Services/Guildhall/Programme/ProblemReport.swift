import Programmes

/// A problem of a YAML text, as commands print it.
struct ProblemReport: Encodable, CustomStringConvertible {
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
    }

    var description: String {
        DocumentProblem(line: line, column: column, path: path, rule: rule, message: message, remedy: remedy).description
    }
}
