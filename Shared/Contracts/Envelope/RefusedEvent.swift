/// An event, or a whole message, that cannot be taken: why, and what of it could be read.
public struct RefusedEvent: Error, Sendable, Equatable {
    /// The kind of reason.
    public var code: RefusalCode
    /// What is wrong, field by field; never empty.
    public var problems: [ContractProblem]
    /// The CloudEvents `id`, where it could be read.
    public var id: String?
    /// The CloudEvents `source`, where it could be read.
    public var source: String?
    /// The CloudEvents `type`, where it could be read.
    public var type: String?

    /// A refusal of its parts.
    public init(
        _ code: RefusalCode, _ problems: [ContractProblem], id: String? = nil, source: String? = nil,
        type: String? = nil
    ) {
        self.code = code
        self.problems = problems
        self.id = id
        self.source = source
        self.type = type
    }

    /// The problems as sentences, one after the other.
    public var message: String {
        ContractProblems(problems).description
    }
}
