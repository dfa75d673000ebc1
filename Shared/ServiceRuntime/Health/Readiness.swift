import Synchronization

/// Whether the service should be given work.
public final class Readiness: Sendable {
    /// What all checks found.
    public struct Report: Sendable {
        /// Whether every condition holds.
        public let isReady: Bool
        /// What each check found, in the order of registration.
        public let outcomes: [(name: String, outcome: ReadinessCheck.Outcome)]
    }

    private struct State {
        var checks: [ReadinessCheck] = []
        var isStopping = false
    }

    private let state = Mutex(State())
    private let patience: Duration

    /// Readiness without any condition.
    ///
    /// - Parameter patience: how long a check may take before it counts as failed.
    public init(patience: Duration = .seconds(2)) {
        self.patience = patience
    }

    /// Adds a condition.
    public func register(_ check: ReadinessCheck) {
        state.withLock { $0.checks.append(check) }
    }

    /// Says from now on that the service is not ready, because it stops.
    public func stop() {
        state.withLock { $0.isStopping = true }
    }

    /// Runs every check at once.
    public func report() async -> Report {
        let (checks, isStopping) = state.withLock { ($0.checks, $0.isStopping) }
        let found = await withTaskGroup(of: (Int, ReadinessCheck.Outcome).self) { group in
            for (index, check) in checks.enumerated() {
                group.addTask { (index, await self.outcome(of: check)) }
            }
            return await group.reduce(into: [Int: ReadinessCheck.Outcome]()) { $0[$1.0] = $1.1 }
        }
        var outcomes = checks.enumerated().map { index, check in
            (name: check.name, outcome: found[index] ?? .fail("was not run"))
        }
        if isStopping { outcomes.append(("running", .fail("the service is stopping"))) }
        return Report(isReady: outcomes.allSatisfy { $0.outcome.isPass }, outcomes: outcomes)
    }

    private func outcome(of check: ReadinessCheck) async -> ReadinessCheck.Outcome {
        do {
            return try await TimeLimit.run(patience, check.run)
        } catch is TimeLimit.Exceeded {
            return .fail("no answer within \(DurationText.text(patience))")
        } catch {
            return .fail("\(error)")
        }
    }
}

extension ReadinessCheck.Outcome {
    /// Whether the condition holds.
    public var isPass: Bool {
        if case .pass = self { true } else { false }
    }
}
