import Contracts

/// Thrown by a test that awaited a refusal.
struct NotRefused: Error {}

extension Result where Failure == RefusedEvent {
    /// The refusal that must be there.
    func refusal() throws -> RefusedEvent {
        guard case .failure(let refused) = self else { throw NotRefused() }
        return refused
    }
}

extension Result where Failure == ContractProblems {
    /// The problems that must be there.
    func refusal() throws -> ContractProblems {
        guard case .failure(let problems) = self else { throw NotRefused() }
        return problems
    }
}
