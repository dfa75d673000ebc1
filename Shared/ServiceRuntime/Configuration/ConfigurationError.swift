/// Why a program cannot start with the settings it was given: every problem found, not only the first.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence each, naming the key and where the value came from.
    public let problems: [String]

    /// An error of one or more problems.
    public init(_ problems: [String]) {
        self.problems = problems
    }

    /// The problems, one a line.
    public var description: String { problems.joined(separator: "\n") }
}
