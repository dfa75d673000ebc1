/// Everything that is wrong with a message, as far as it is told; never empty.
public struct ContractProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problems, in the order of the contract's fields.
    public var problems: [ContractProblem]

    /// A list of problems.
    public init(_ problems: [ContractProblem]) {
        self.problems = problems
    }

    /// One problem.
    public init(path: String, _ message: String) {
        problems = [ContractProblem(path: path, message: message)]
    }

    /// The sentences, one after the other.
    public var description: String {
        problems.map(\.description).joined(separator: "; ")
    }
}
