import Contracts
import Database
import Messaging

/// A service's engine, whatever its rules.
struct RunningEngine {
    let run: @Sendable () async -> Void
    let stop: @Sendable () -> Void

    /// - Parameter first: what the service does before it decides anything; done again until it succeeds.
    init<Rules: ServiceRules>(
        _ rules: Rules, _ parts: EngineParts, first: @escaping @Sendable () async throws -> Void = {}
    ) throws {
        let engine = try Engine(rules, parts.of(Rules.self), parts.configuration)
        run = {
            while (try? await first()) == nil { try? await parts.surroundings.pause(.milliseconds(100)) }
            await engine.run()
        }
        stop = { engine.stop() }
    }
}

/// What a replica's engine is made of.
struct EngineParts {
    var database: Database
    var broker: any Broker
    var observer: any EngineObserver
    var surroundings: Surroundings
    var ids: IdentifierSource
    var configuration: EngineConfiguration

    func of<Rules: ServiceRules>(_ rules: Rules.Type) -> Engine<Rules>.Parts {
        .init(
            database: database, broker: broker, answers: broker, bodyKey: Array(repeating: 7, count: 32),
            auditKey: House.auditKey, observer: observer, logger: House.logger, surroundings: surroundings, ids: ids)
    }
}
