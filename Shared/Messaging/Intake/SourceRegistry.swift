import Contracts
import Database
import Synchronization

/// Which CloudEvents sources a broker user may publish as.
///
/// A pair that is not known is looked for at once, so that a source may be used as soon as it is registered; one that
/// was just refused is looked for again after a second.
final class SourceRegistry: Sendable {
    private struct Pair: Hashable {
        let user: String
        let source: String
    }

    private struct State {
        var pairs: Set<Pair> = []
        var refused: Set<Pair> = []
        /// How long ago the pairs were read; nil before the first time.
        var age: (@Sendable () -> Duration)?

        /// What is known of a pair, if that is fresh enough.
        func answer(to pair: Pair) -> Bool? {
            guard let age = age?() else { return nil }
            if pairs.contains(pair) { return age < SourceRegistry.freshness ? true : nil }
            return refused.contains(pair) && age < .seconds(1) ? false : nil
        }
    }

    private let database: Database
    private let surroundings: Surroundings
    private let state = Mutex(State())
    private static let all = Statement("SELECT broker_user, source FROM integrator_source")
    /// How long a removed integrator may still be believed.
    private static let freshness: Duration = .seconds(5)

    init(_ database: Database, _ surroundings: Surroundings) {
        self.database = database
        self.surroundings = surroundings
    }

    /// Whether the source is registered for the user.
    func allows(_ user: String, _ source: String) async throws -> Bool {
        let pair = Pair(user: user, source: source)
        if let answer = state.withLock({ $0.answer(to: pair) }) { return answer }
        let age = surroundings.stopwatch()
        var pairs: Set<Pair> = []
        for row in try await database.run([Call(SourceRegistry.all)])[0] {
            pairs.insert(Pair(user: try row.text(0), source: try row.text(1)))
        }
        let isKnown = pairs.contains(pair)
        state.withLock { $0 = State(pairs: pairs, refused: isKnown ? [] : [pair], age: age) }
        return isKnown
    }
}
