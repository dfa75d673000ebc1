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
    let surroundings: Surroundings
    let logger: Logger

    /// Tries again until cancelled or the database is lost.
    func run() async throws {
        while true {
            for message in try await store.dueMessages(of: status.partitions) {
                status.began(1)
                defer { status.ended(1) }
                try await attempt(message)
            }
            try await surroundings.pause(configuration.housekeepingInterval)
        }
    }

    private func attempt(_ message: RetriedMessage) async throws {
        let body = try await vault.opened(message.sealedBody, scope: message.scope)
        guard let body else {
            logger.error("a kept message cannot be opened", metadata: ["message_id": "\(message.messageID)"])
            _ = try await store.setAside(message.unreadable, because: RetryError.keyDestroyed, finally: true)
            return
        }
        var arrival = arrival(of: message, body)
        if case .unreadable = arrival.content {
            _ = try await store.setAside(message.unreadable, because: RetryError.unreadable, finally: true)
            return
        }
        arrival.fromRetry = true
        try await runner.run([arrival])
    }

    private func arrival(of message: RetriedMessage, _ body: [UInt8]) -> Arrival {
        if message.inbound { return inbound.arrival(ofRetried: message, body: body) }
        guard message.type == EventType.timerFired.name else { return events.arrival(body: body) }
        guard case .success(let timer) = TimerFired.decode(body) else { return message.unreadable }
        return Arrival(of: timer, about: Identifier(message.scope), in: Rules.service)
    }
}

/// Why a kept message cannot be tried again.
enum RetryError: Error {
    /// Its key was destroyed, as erasure does.
    case keyDestroyed
    /// What was kept of it is no message of a known contract.
    case unreadable
}
