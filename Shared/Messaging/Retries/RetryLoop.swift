import Contracts
import Logging

/// Tries messages again whose next attempt is due, each alone.
struct RetryLoop<Rules: ServiceRules>: Sendable {
    let store: RetryStore
    let vault: BodyVault
    let runner: BatchRunner<Rules>
    let inbound: InboundReader
    let events: EventReader
    let status: EngineStatus
    let configuration: EngineConfiguration
    let logger: Logger

    /// Tries again until cancelled or the database is lost.
    func run() async throws {
        while true {
            for message in try await store.dueMessages(of: status.partitions) {
                status.began(1)
                defer { status.ended(1) }
                try await attempt(message)
            }
            try await Task.sleep(for: configuration.housekeepingInterval)
        }
    }

    private func attempt(_ message: RetriedMessage) async throws {
        let body = try await vault.opened(message.sealedBody, scope: message.scope)
        guard let body else {
            logger.error("a kept message cannot be opened", metadata: ["message_id": "\(message.messageID)"])
            _ = try await store.setAside(message.unreadable, because: RetryError.keyDestroyed, finally: true)
            return
        }
        var arrival =
            message.inbound
            ? inbound.arrival(ofRetried: message, body: body) : events.arrival(body: body)
        arrival.fromRetry = true
        try await runner.run([arrival])
    }
}

/// Why a kept message cannot be tried again.
enum RetryError: Error {
    /// Its key was destroyed, as erasure does.
    case keyDestroyed
}
