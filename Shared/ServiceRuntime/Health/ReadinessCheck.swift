/// One condition of readiness.
public struct ReadinessCheck: Sendable {
    /// What a check found.
    public enum Outcome: Hashable, Sendable {
        /// The condition holds; a detail may say by how much.
        case pass(String? = nil)
        /// The condition does not hold, and why.
        case fail(String)
    }

    /// Name of the condition.
    public let name: String
    let run: @Sendable () async throws -> Outcome

    /// A condition; a check that throws has failed.
    public init(_ name: String, _ run: @escaping @Sendable () async throws -> Outcome) {
        self.name = name
        self.run = run
    }
}
