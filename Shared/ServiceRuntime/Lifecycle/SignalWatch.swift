import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// Runs a group of services until they end or the process is told to stop.
///
/// The group itself listens for one signal only; here the second ends the process at once.
struct SignalWatch: Sendable {
    let group: ServiceGroup
    let readiness: Readiness
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sigterm, .sigint)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            tasks.addTask { await obey(signals) }
            try await tasks.next()
            tasks.cancelAll()
        }
    }

    private func obey(_ signals: UnixSignalsSequence) async {
        var isStopping = false
        for await signal in signals {
            if isStopping {
                logger.warning("told to stop again: ends at once", metadata: ["signal": .stringConvertible(signal)])
                _exit(ExitStatus.failure.rawValue)
            }
            isStopping = true
            logger.notice("told to stop", metadata: ["signal": .stringConvertible(signal)])
            readiness.stop()
            await group.triggerGracefulShutdown()
        }
    }
}
