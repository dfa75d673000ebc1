import Contracts
import Database
import Synchronization

/// Which CloudEvents sources a broker user may publish as, read again at most once a second when one is not known.
final class SourceRegistry: Sendable {
    private struct Pair: Hashable {
        let user: String
        let source: String
    }

    private struct State {
        var pairs: Set<Pair> = []
        var readAt: ContinuousClock.Instant?
    }

    private let database: Database
    private let state = Mutex(State())
    private static let all = Statement("SELECT broker_user, source FROM integrator_source")
    /// How long a removed integrator may still be believed.
    private static let freshness: Duration = .seconds(5)

    init(_ database: Database) {
        self.database = database
    }

    /// Whether the source is registered for the user.
    func allows(_ user: String, _ source: String) async throws -> Bool {
        let pair = Pair(user: user, source: source)
        let (isKnown, age) = state.withLock { state in
            (state.pairs.contains(pair), state.readAt.map { ContinuousClock.now - $0 })
        }
        if let age, age < (isKnown ? SourceRegistry.freshness : .seconds(1)) { return isKnown }
        var pairs: Set<Pair> = []
        for row in try await database.run([Call(SourceRegistry.all)])[0] {
            pairs.insert(Pair(user: try row.text(0), source: try row.text(1)))
        }
        state.withLock { $0 = State(pairs: pairs, readAt: .now) }
        return pairs.contains(pair)
    }
}
