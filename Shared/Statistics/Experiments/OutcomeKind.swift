/// What sort of outcome an experiment looks at, which decides how it is compared.
public enum OutcomeKind: String, Codable, Hashable, Sendable, CaseIterable {
    /// Yes or no.
    case proportion
    /// A number whose mean matters.
    case mean
    /// A number with a long tail, whose order matters more than its mean.
    case skewed
    /// The time to an event, which not everybody has had yet.
    case survival
}
