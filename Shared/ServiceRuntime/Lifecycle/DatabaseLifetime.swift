import Database
import ServiceLifecycle

/// Closes the pool when everything that uses it has stopped: it is started first and so stopped last.
struct DatabaseLifetime: Service {
    let database: Database

    func run() async throws {
        // Cancellation is another way to be told to stop, and the pool is closed all the same.
        try? await gracefulShutdown()
        await database.close()
    }
}
