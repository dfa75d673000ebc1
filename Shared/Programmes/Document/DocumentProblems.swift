/// All that is wrong with a document, in its order.
public struct DocumentProblems: Error, Hashable, Sendable {
    /// At least one.
    public let problems: [DocumentProblem]

    /// These problems, in the order of their places.
    public init(_ problems: [DocumentProblem]) {
        self.problems = problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
}

extension DocumentProblems: CustomStringConvertible {
    /// A line for each.
    public var description: String {
        problems.map(\.description).joined(separator: "\n")
    }
}

/// A problem of a programme's text.
public typealias ProgrammeProblem = DocumentProblem

/// All that is wrong with a programme's text.
public typealias ProgrammeProblems = DocumentProblems
