import Contracts

/// A result that this batch brought, with what is kept of it besides.
struct NewResult: Hashable, Sendable {
    let fact: ResultFact
    let source: String
    let recordID: String
    /// Whether an earlier result is recognised; it counts like any other.
    let priorLearning: Bool
}
