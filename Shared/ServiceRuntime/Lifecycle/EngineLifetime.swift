import Messaging
import ServiceLifecycle

/// Runs the engine until the program stops, then lets it finish what is in work.
struct EngineLifetime<Rules: ServiceRules>: Service {
    let engine: Engine<Rules>

    func run() async throws {
        await withTaskCancellationOrGracefulShutdownHandler {
            await engine.run()
        } onCancelOrGracefulShutdown: {
            engine.stop()
        }
    }
}
